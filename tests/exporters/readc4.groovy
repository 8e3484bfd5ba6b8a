// SPDX-License-Identifier: Apache-2.0
// Reads files of PlantUML and of the Structurizr DSL, and tells as JSON what they say.
import com.fasterxml.jackson.databind.ObjectMapper
import com.structurizr.dsl.StructurizrDslParser
import net.sourceforge.plantuml.FileFormat
import net.sourceforge.plantuml.FileFormatOption
import net.sourceforge.plantuml.SourceStringReader

def readPlantUml(String text) {
    def svg = new ByteArrayOutputStream()
    def about = new SourceStringReader(text).outputImage(svg, new FileFormatOption(FileFormat.SVG))
    return [about: about?.description, svg: svg.toString('UTF-8')]
}

def readStructurizr(File file) {
    def parser = new StructurizrDslParser()
    parser.parse(file)
    def model = parser.workspace.model
    return [systems: model.softwareSystems.collect { [it.name, it.description, it.group] },
            flows  : model.relationships.collect { [it.source.name, it.destination.name, it.description, it.tags] }]
}

def result = args.collectEntries { path ->
    def file = new File(path)
    try {
        [file.name, path.endsWith('.puml') ? readPlantUml(file.getText('UTF-8')) : readStructurizr(file)]
    } catch (Exception fault) {
        [file.name, [fault: fault.toString()]]
    }
}
System.out.write(new ObjectMapper().writeValueAsBytes(result))
System.out.flush()
