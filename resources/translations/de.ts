<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Changes</name>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>%1 (key)</source>
        <translation>%1 (Schlüssel)</translation>
    </message>
    <message>
        <source>New context</source>
        <translation>Neuer Kontext</translation>
    </message>
    <message>
        <source>Context removed</source>
        <translation>Kontext entfernt</translation>
    </message>
    <message>
        <source>Context renamed: %1</source>
        <translation>Kontext umbenannt: %1</translation>
    </message>
    <message>
        <source>Title: %1</source>
        <translation>Titel: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version: %1</translation>
    </message>
    <message>
        <source>Now consumes %1</source>
        <translation>Konsumiert jetzt %1</translation>
    </message>
    <message>
        <source>No longer consumes %1</source>
        <translation>Konsumiert %1 nicht mehr</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>Beschreibung: %1</translation>
    </message>
    <message>
        <source>the broker&apos;s default</source>
        <translation>Vorgabe des Brokers</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Topic</translation>
    </message>
    <message>
        <source>Topic removed</source>
        <translation>Topic entfernt</translation>
    </message>
    <message>
        <source>Topic renamed, before: %1</source>
        <translation>Topic umbenannt, vorher: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Eigentümer: %1</translation>
    </message>
    <message>
        <source>Access widened: %1 → %2</source>
        <translation>Zugriff erweitert: %1 → %2</translation>
    </message>
    <message>
        <source>Access narrowed: %1 → %2</source>
        <translation>Zugriff eingeschränkt: %1 → %2</translation>
    </message>
    <message>
        <source>Granted to %1</source>
        <translation>Freigegeben für %1</translation>
    </message>
    <message>
        <source>No longer granted to %1</source>
        <translation>Nicht mehr freigegeben für %1</translation>
    </message>
    <message>
        <source>Partitions: %1</source>
        <translation>Partitionen: %1</translation>
    </message>
    <message>
        <source>Replicas: %1</source>
        <translation>Replikate: %1</translation>
    </message>
    <message>
        <source>New message %1</source>
        <translation>Neue Nachricht %1</translation>
    </message>
    <message>
        <source>Message %1 removed</source>
        <translation>Nachricht %1 entfernt</translation>
    </message>
    <message>
        <source>Message renamed: %1</source>
        <translation>Nachricht umbenannt: %1</translation>
    </message>
    <message>
        <source>Content type of %1: %2</source>
        <translation>Content-Type von %1: %2</translation>
    </message>
    <message>
        <source>Schema format of %1: %2</source>
        <translation>Schemaformat von %1: %2</translation>
    </message>
    <message>
        <source>AsyncAPI&apos;s own</source>
        <translation>das von AsyncAPI</translation>
    </message>
    <message>
        <source>%1 has a schema now</source>
        <translation>%1 hat jetzt ein Schema</translation>
    </message>
    <message>
        <source>%1 has no schema any more</source>
        <translation>%1 hat kein Schema mehr</translation>
    </message>
    <message>
        <source>The schemas of %1 can&apos;t be compared: one can&apos;t be read</source>
        <translation>Die Schemas von %1 sind nicht vergleichbar: Eines ist nicht lesbar</translation>
    </message>
    <message>
        <source>The schema of %1 changed, but none of its fields</source>
        <translation>Das Schema von %1 hat sich geändert, aber keines seiner Felder</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>a default</source>
        <translation>ein Vorgabewert</translation>
    </message>
    <message>
        <source>no default</source>
        <translation>kein Vorgabewert</translation>
    </message>
    <message>
        <source>may be null</source>
        <translation>darf null sein</translation>
    </message>
    <message>
        <source>never null</source>
        <translation>nie null</translation>
    </message>
    <message>
        <source>New field %1: %2</source>
        <translation>Neues Feld %1: %2</translation>
    </message>
    <message>
        <source>Field %1 removed</source>
        <translation>Feld %1 entfernt</translation>
    </message>
    <message>
        <source>Field renamed: %1</source>
        <translation>Feld umbenannt: %1</translation>
    </message>
    <message>
        <source>Type of %1: %2</source>
        <translation>Typ von %1: %2</translation>
    </message>
    <message>
        <source>%1 allows %2</source>
        <translation>%1 erlaubt %2</translation>
    </message>
    <message>
        <source>%1 allows any value</source>
        <translation>%1 erlaubt jeden Wert</translation>
    </message>
    <message>
        <source>%1 no longer allows %2</source>
        <translation>%1 erlaubt %2 nicht mehr</translation>
    </message>
    <message>
        <source>%1 allows certain values only</source>
        <translation>%1 erlaubt nur bestimmte Werte</translation>
    </message>
    <message>
        <source>Number of %1: %2</source>
        <translation>Nummer von %1: %2</translation>
    </message>
    <message>
        <source>Who uses the topic loses it.</source>
        <translation>Wer das Topic nutzt, verliert es.</translation>
    </message>
    <message>
        <source>Who uses the topic by its old name loses it.</source>
        <translation>Wer das Topic unter seinem alten Namen nutzt, verliert es.</translation>
    </message>
    <message>
        <source>Readers lose their access.</source>
        <translation>Leser verlieren ihren Zugriff.</translation>
    </message>
    <message>
        <source>A consumer loses its access.</source>
        <translation>Ein Consumer verliert seinen Zugriff.</translation>
    </message>
    <message>
        <source>Kafka can&apos;t take partitions away: the topic would have to be made anew.</source>
        <translation>Kafka kann keine Partitionen wegnehmen: Das Topic müsste neu angelegt werden.</translation>
    </message>
    <message>
        <source>Records that were accepted are refused.</source>
        <translation>Datensätze, die bisher angenommen wurden, werden abgelehnt.</translation>
    </message>
    <message>
        <source>Consumers wait for it in vain.</source>
        <translation>Consumer warten vergeblich darauf.</translation>
    </message>
    <message>
        <source>Readers with the old schema fail on new records.</source>
        <translation>Leser mit dem alten Schema scheitern an neuen Datensätzen.</translation>
    </message>
    <message>
        <source>Readers with the new schema fail on old records.</source>
        <translation>Leser mit dem neuen Schema scheitern an alten Datensätzen.</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>meshwright.yaml can&apos;t be changed from here: it has a syntax error. Mend that first.</source>
        <translation>meshwright.yaml lässt sich von hier nicht ändern: Die Datei hat einen Syntaxfehler. Diesen zuerst beheben.</translation>
    </message>
    <message>
        <source>meshwright.yaml can&apos;t be changed from here: a part of it stands at the anchor &apos;%1&apos;, which others share. Edit its text.</source>
        <translation>meshwright.yaml lässt sich von hier nicht ändern: Ein Teil steht am Anker „%1“, den andere mitbenutzen. Bitte den Text bearbeiten.</translation>
    </message>
    <message>
        <source>meshwright.yaml can&apos;t be changed from here: there is no mapping where &apos;%1&apos; belongs. Edit its text.</source>
        <translation>meshwright.yaml lässt sich von hier nicht ändern: Wo „%1“ hingehört, steht kein Mapping. Bitte den Text bearbeiten.</translation>
    </message>
    <message>
        <source>Give the environment a name, such as staging.</source>
        <translation>Der Umgebung einen Namen geben, zum Beispiel staging.</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; in the name.</source>
        <translation>Im Namen nur Buchstaben, Ziffern, „-“, „_“ und „.“ verwenden.</translation>
    </message>
    <message>
        <source>Write the address of a broker, such as broker-1.example:9092.</source>
        <translation>Die Adresse eines Brokers angeben, zum Beispiel broker-1.example:9092.</translation>
    </message>
    <message>
        <source>Choose how to log in: ask who runs the brokers.</source>
        <translation>Das Anmeldeverfahren wählen: Wer die Broker betreibt, weiß es.</translation>
    </message>
    <message>
        <source>Write who to be: a name, or ${env:NAME}.</source>
        <translation>Den Benutzer angeben: einen Namen oder ${env:NAME}.</translation>
    </message>
    <message>
        <source>Write where the password is: ${env:NAME} or ${file:PATH}.</source>
        <translation>Angeben, wo das Passwort liegt: ${env:NAME} oder ${file:PATH}.</translation>
    </message>
    <message>
        <source>There is an environment %1 already. Choose another name.</source>
        <translation>Es gibt schon eine Umgebung %1. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The address of a registry begins with https:// or http://.</source>
        <translation>Die Adresse einer Registry beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>Write user and password in their own fields, not in the registry&apos;s address.</source>
        <translation>Benutzer und Passwort gehören in ihre eigenen Felder, nicht in die Adresse der Registry.</translation>
    </message>
    <message>
        <source>Write who to be at the registry: a name, or ${env:NAME}.</source>
        <translation>Angeben, wer man bei der Registry ist: ein Name oder ${env:NAME}.</translation>
    </message>
    <message>
        <source>Write where the registry&apos;s password is: ${env:NAME} or ${file:PATH}.</source>
        <translation>Angeben, wo das Passwort der Registry liegt: ${env:NAME} oder ${file:PATH}.</translation>
    </message>
    <message>
        <source>Write where the registry&apos;s token is: ${env:NAME} or ${file:PATH}.</source>
        <translation>Angeben, wo das Token der Registry liegt: ${env:NAME} oder ${file:PATH}.</translation>
    </message>
    <message>
        <source>A client certificate needs its key: write its file.</source>
        <translation>Ein Client-Zertifikat braucht seinen Schlüssel: dessen Datei angeben.</translation>
    </message>
    <message>
        <source>A secret never stands in meshwright.yaml, which others read. Let the button in the field keep it in the keychain, or write where it is: ${env:NAME} for an environment variable, ${file:PATH} for a file that only you can read.</source>
        <translation>Ein Geheimnis steht nie in meshwright.yaml, das andere lesen. Lassen Sie es von der Schaltfläche im Feld im Schlüsselbund verwahren, oder schreiben Sie, wo es ist: ${env:NAME} für eine Umgebungsvariable, ${file:PATH} für eine Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>A key never stands in meshwright.yaml, which others read. Write the path of its file.</source>
        <translation>Ein Schlüssel steht nie in meshwright.yaml, das andere lesen. Schreiben Sie den Pfad seiner Datei.</translation>
    </message>
    <message>
        <source>Write the address where the identity provider gives tokens: it begins with https://.</source>
        <translation>Schreiben Sie die Adresse, unter der der Identitätsanbieter Tokens ausgibt: Sie beginnt mit https://.</translation>
    </message>
    <message>
        <source>Write the client and its secret in their own fields, not in the address.</source>
        <translation>Schreiben Sie den Client und sein Geheimnis in ihre eigenen Felder, nicht in die Adresse.</translation>
    </message>
    <message>
        <source>Write which client to be at the identity provider.</source>
        <translation>Schreiben Sie, als welcher Client Sie sich beim Identitätsanbieter melden.</translation>
    </message>
    <message>
        <source>Write where the client&apos;s secret is: ${env:NAME} or ${file:PATH}.</source>
        <translation>Schreiben Sie, wo das Geheimnis des Clients ist: ${env:NAME} oder ${file:PATH}.</translation>
    </message>
    <message>
        <source>Write the brokers as host:port alone: user and password have their own fields.</source>
        <translation>Schreiben Sie die Broker nur als host:port: Benutzer und Passwort haben eigene Felder.</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Environment %1 asks for the connector &apos;%2&apos;, which this program does not have. Choose another one in its connection.</source>
        <translation>Die Umgebung %1 verlangt den Connector „%2“, den dieses Programm nicht hat. Bitte in ihrer Verbindung einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>This is no link to a place in Meshwright: such a link begins with meshwright://open? and names a workspace.</source>
        <translation>Das ist kein Link zu einer Stelle in Meshwright: Ein solcher Link beginnt mit meshwright://open? und nennt einen Ordner (workspace).</translation>
    </message>
    <message>
        <source>The link names no workspace: it lacks workspace=, with a whole path.</source>
        <translation>Der Link nennt keinen Ordner: Es fehlt workspace= mit einem vollständigen Pfad.</translation>
    </message>
    <message>
        <source>The link&apos;s line and column have to be numbers from 1.</source>
        <translation>Zeile und Spalte des Links müssen Zahlen ab 1 sein.</translation>
    </message>
    <message>
        <source>The link&apos;s file lies outside of its workspace.</source>
        <translation>Die Datei des Links liegt außerhalb seines Ordners.</translation>
    </message>
    <message>
        <source>The link names nothing to show: a context, a topic, a file, a problem of a file, view=graph or view=plan.</source>
        <translation>Der Link nennt nichts, was gezeigt werden kann: einen Kontext, ein Topic, eine Datei, ein Problem einer Datei, view=graph oder view=plan.</translation>
    </message>
    <message>
        <source>The link&apos;s hops have to be a number, or all.</source>
        <translation>Bei hops muss im Link eine Zahl stehen oder all.</translation>
    </message>
    <message>
        <source>The link&apos;s direction has to be upstream, downstream or both.</source>
        <translation>Bei direction muss im Link upstream, downstream oder both stehen.</translation>
    </message>
</context>
<context>
    <name>DriftTexts</name>
    <message>
        <source>replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: the specs say %2, the cluster has %3</source>
        <translation>%1: laut Specs %2, im Cluster %3</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Can&apos;t be restored: %1</source>
        <translation>Nicht wiederherstellbar: %1</translation>
    </message>
    <message>
        <source>Can&apos;t be adopted: %1</source>
        <translation>Nicht übernehmbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) (is|are) out of step in %1</source>
        <translation>
            <numerusform>%Ln Abweichung in %1</numerusform>
            <numerusform>%Ln Abweichungen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>In step: %1 has what the specs ask for</source>
        <translation>Im Einklang: %1 hat, was die Specs verlangen</translation>
    </message>
    <message>
        <source>Whether %1 is in step is not known</source>
        <translation>Ob %1 im Einklang ist, ist nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) could not be compared</source>
        <translation>
            <numerusform>%Ln Punkt konnte nicht verglichen werden</numerusform>
            <numerusform>%Ln Punkte konnten nicht verglichen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>dem Cluster</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>Compared with %1 at %2; %3 in step</source>
        <translation>Mit %1 verglichen um %2; %3 im Einklang</translation>
    </message>
    <message>
        <source>No spec names its topic yet: adopt the topic first, then compare again. Restore takes the access away.</source>
        <translation>Noch nennt keine Spec das Topic dazu: zuerst das Topic übernehmen, dann neu vergleichen. Wiederherstellen nimmt den Zugriff weg.</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <source>Consumes</source>
        <translation>Konsumiert</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>In no bounded context</source>
        <translation>In keinem Bounded Context</translation>
    </message>
</context>
<context>
    <name>FileMarks</name>
    <message>
        <source>Git: added since the last commit</source>
        <translation>Git: seit dem letzten Commit hinzugefügt</translation>
    </message>
    <message>
        <source>Git: modified since the last commit</source>
        <translation>Git: seit dem letzten Commit geändert</translation>
    </message>
    <message>
        <source>Git: renamed since the last commit, from %1</source>
        <translation>Git: seit dem letzten Commit umbenannt, vorher %1</translation>
    </message>
    <message>
        <source>Git: deleted since the last commit</source>
        <translation>Git: seit dem letzten Commit gelöscht</translation>
    </message>
    <message>
        <source>Git: untracked, no commit has it</source>
        <translation>Git: nicht versioniert, in keinem Commit enthalten</translation>
    </message>
    <message>
        <source>Git: in conflict after a merge</source>
        <translation>Git: nach einem Merge im Konflikt</translation>
    </message>
    <message>
        <source>Git: ignored</source>
        <translation>Git: ignoriert</translation>
    </message>
    <message>
        <source>Git: left out by a sparse checkout</source>
        <translation>Git: durch Sparse Checkout ausgelassen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>GraphAccess</name>
    <message>
        <source>bounded context</source>
        <translation>Bounded Context</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Topic</numerusform>
            <numerusform>%n Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>consumes %n</source>
        <translation>
            <numerusform>konsumiert %n</numerusform>
            <numerusform>konsumiert %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Gives to %1.</source>
        <translation>Gibt an %1.</translation>
    </message>
    <message>
        <source>Reads from %1.</source>
        <translation>Liest von %1.</translation>
    </message>
</context>
<context>
    <name>GraphArranging</name>
    <message>
        <source>Move %1 in the graph</source>
        <translation>%1 im Graphen verschieben</translation>
    </message>
    <message>
        <source>Let %1 be placed by the layout</source>
        <translation>%1 vom Layout platzieren lassen</translation>
    </message>
    <message>
        <source>Let all be placed by the layout</source>
        <translation>Alles vom Layout platzieren lassen</translation>
    </message>
    <message>
        <source>Keep the graph as it is</source>
        <translation>Den Graphen so behalten</translation>
    </message>
</context>
<context>
    <name>GraphCard</name>
    <message numerus="yes">
        <source>%n owned</source>
        <translation>
            <numerusform>%Ln eigene</numerusform>
            <numerusform>%Ln eigene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consumed</source>
        <translation>
            <numerusform>%Ln konsumiert</numerusform>
            <numerusform>%Ln konsumiert</numerusform>
        </translation>
    </message>
    <message>
        <source>owns no topic</source>
        <translation>hat kein eigenes Topic</translation>
    </message>
    <message>
        <source>spec</source>
        <translation>Spec</translation>
    </message>
</context>
<context>
    <name>GraphExport</name>
    <message>
        <source>The picture could not be written: %1.</source>
        <translation>Das Bild konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Picture with text (*.svg)</source>
        <translation>Bild mit Text (*.svg)</translation>
    </message>
    <message>
        <source>Document with pages (*.pdf)</source>
        <translation>Dokument mit Seiten (*.pdf)</translation>
    </message>
    <message>
        <source>Page with search (*.html)</source>
        <translation>Seite mit Suche (*.html)</translation>
    </message>
    <message>
        <source>Report with a picture (*.md)</source>
        <translation>Bericht mit Bild (*.md)</translation>
    </message>
    <message>
        <source>Image, %1× (*.png)</source>
        <translation>Bild, %1× (*.png)</translation>
    </message>
    <message>
        <source>Graphviz (*.dot)</source>
        <translation>Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>Mermaid (*.mmd)</source>
        <translation>Mermaid (*.mmd)</translation>
    </message>
    <message>
        <source>Structurizr, C4 (*.dsl)</source>
        <translation>Structurizr, C4 (*.dsl)</translation>
    </message>
    <message>
        <source>PlantUML, C4 (*.puml)</source>
        <translation>PlantUML, C4 (*.puml)</translation>
    </message>
    <message>
        <source>There is no graph to export yet.</source>
        <translation>Es gibt noch keinen Graphen zum Exportieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n bounded context(s)</source>
        <translation>
            <numerusform>%n Bounded Context</numerusform>
            <numerusform>%n Bounded Contexts</numerusform>
        </translation>
    </message>
    <message>
        <source>The graph of bounded contexts</source>
        <translation>Der Graph der Bounded Contexts</translation>
    </message>
    <message>
        <source>draw.io (*.drawio)</source>
        <translation>draw.io (*.drawio)</translation>
    </message>
    <message>
        <source>Backstage (*.yaml)</source>
        <translation>Backstage (*.yaml)</translation>
    </message>
    <message>
        <source>EventCatalog, a folder (*.eventcatalog)</source>
        <translation>EventCatalog, ein Ordner (*.eventcatalog)</translation>
    </message>
    <message>
        <source>A graph can&apos;t be written as &apos;.%1&apos;: use svg, pdf, html, md, png, drawio, dot, mmd, dsl, puml, yaml (Backstage) or eventcatalog.</source>
        <translation>Ein Graph kann nicht als „.%1“ geschrieben werden: Nehmen Sie svg, pdf, html, md, png, drawio, dot, mmd, dsl, puml, yaml (Backstage) oder eventcatalog.</translation>
    </message>
</context>
<context>
    <name>GraphFigures</name>
    <message numerus="yes">
        <source>%n consumer(s)</source>
        <translation>
            <numerusform>%n Consumer</numerusform>
            <numerusform>%n Consumer</numerusform>
        </translation>
    </message>
    <message>
        <source>consumers unknown</source>
        <translation>Consumer unbekannt</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>the time of figures that are old</comment>
        <translation>um %1</translation>
    </message>
</context>
<context>
    <name>GuardSign</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Plans are applied at one click.</source>
        <translation>Pläne werden mit einem Klick angewendet.</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>fragt nach</translation>
    </message>
    <message>
        <source>Plans are applied after a second click.</source>
        <translation>Pläne werden nach einem zweiten Klick angewendet.</translation>
    </message>
    <message>
        <source>guarded</source>
        <translation>gesichert</translation>
    </message>
    <message>
        <source>Read only, until its name is typed.</source>
        <translation>Nur lesend, bis der Name eingetippt ist.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>Nothing is ever written there.</source>
        <translation>Dort wird nie etwas geschrieben.</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Its certificates are not verified: %1. %2</source>
        <translation>Seine Zertifikate werden nicht geprüft: %1. %2</translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Among others: %1</source>
        <translation>Unter anderem: %1</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>Eines von: %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>a field of %1</source>
        <translation>ein Feld von %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Alt+Enter: %1</source>
        <translation>Alt+Eingabe: %1</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>To be looked at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Left out, for no spec can say it</source>
        <translation>Weggelassen, denn keine Spec kann es sagen</translation>
    </message>
    <message>
        <source>What the first plan would add</source>
        <translation>Was der erste Plan hinzufügen würde</translation>
    </message>
    <message>
        <source>On the cluster, and asked for by no spec</source>
        <translation>Auf dem Cluster, und von keiner Spec verlangt</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>its owner alone</source>
        <translation>nur sein Eigentümer</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between readers</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>the keyword in its name</source>
        <translation>das Schlüsselwort im Namen</translation>
    </message>
    <message>
        <source>the keyword in its name, and nobody else may read it</source>
        <translation>das Schlüsselwort im Namen, und sonst darf niemand es lesen</translation>
    </message>
    <message>
        <source>nobody else may read it</source>
        <translation>sonst darf niemand es lesen</translation>
    </message>
    <message>
        <source>Nothing is written, for this would be a file outside of the folder: %1. Look at the names that it comes from.</source>
        <translation>Es wird nichts geschrieben, denn dies wäre eine Datei außerhalb des Ordners: %1. Die Namen ansehen, aus denen sie entsteht.</translation>
    </message>
    <message>
        <source>the cluster lets them read it (READ)</source>
        <translation>der Cluster lässt sie lesen (READ)</translation>
    </message>
    <message>
        <source>In no spec, or changed by the first plan</source>
        <translation>In keiner Spec, oder vom ersten Plan geändert</translation>
    </message>
    <message>
        <source>the descriptors name its readers</source>
        <translation>die Deskriptoren nennen seine Leser</translation>
    </message>
    <message>
        <source>Nothing is written: there is a file %1 by now.</source>
        <translation>Es wird nichts geschrieben: Inzwischen gibt es eine Datei %1.</translation>
    </message>
    <message>
        <source>Nothing is written: %1 was changed in the meantime. Look at it, then write again.</source>
        <translation>Es wird nichts geschrieben: %1 wurde inzwischen geändert. Sehen Sie die Datei an und schreiben Sie dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>PlanTexts</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>may %1</source>
        <translation>Recht %1</translation>
    </message>
    <message>
        <source>must not %1</source>
        <translation>Verbot %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>no right</source>
        <translation>kein Recht</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>unbedenklich</translation>
    </message>
    <message>
        <source>widens access</source>
        <translation>erweitert Zugriff</translation>
    </message>
    <message>
        <source>affects data</source>
        <translation>betrifft Daten</translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation>unumkehrbar</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Nothing can be planned for %1</source>
        <translation>Für %1 kann nichts geplant werden</translation>
    </message>
    <message>
        <source>Nothing to do: %1 has all that the specs ask for</source>
        <translation>Nichts zu tun: %1 hat alles, was die Specs verlangen</translation>
    </message>
    <message>
        <source>The plan was to %1 in %2</source>
        <translation>Geplant war für %2: %1</translation>
    </message>
    <message>
        <source>This will %1 in %2</source>
        <translation>Dies wird in %2 %1</translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>dem Cluster</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>Nothing was applied to %1: %2</source>
        <translation>In %1 wurde nichts angewendet: %2</translation>
    </message>
    <message>
        <source>Cancelled: %1 in %2</source>
        <translation>Abgebrochen: %1 in %2</translation>
    </message>
    <message>
        <source>Partly applied: %1 in %2</source>
        <translation>Teilweise angewendet: %1 in %2</translation>
    </message>
    <message>
        <source>nothing was tried</source>
        <translation>nichts wurde versucht</translation>
    </message>
    <message numerus="yes">
        <source>create %Ln topic(s)</source>
        <translation>
            <numerusform>%Ln Topic anlegen</numerusform>
            <numerusform>%Ln Topics anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add partitions to %Ln topic(s)</source>
        <translation>
            <numerusform>%Ln Topic Partitionen hinzufügen</numerusform>
            <numerusform>%Ln Topics Partitionen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %Ln setting(s)</source>
        <translation>
            <numerusform>%Ln Einstellung ändern</numerusform>
            <numerusform>%Ln Einstellungen ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add %Ln access rule(s)</source>
        <translation>
            <numerusform>%Ln Zugriffsregel hinzufügen</numerusform>
            <numerusform>%Ln Zugriffsregeln hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %Ln access rule(s)</source>
        <translation>
            <numerusform>%Ln Zugriffsregel entfernen</numerusform>
            <numerusform>%Ln Zugriffsregeln entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %Ln topic(s)</source>
        <translation>
            <numerusform>%Ln Topic löschen</numerusform>
            <numerusform>%Ln Topics löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) keep(s|) it from being applied</source>
        <translation>
            <numerusform>%Ln Fehler verhindert die Anwendung</numerusform>
            <numerusform>%Ln Fehler verhindern die Anwendung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) (is|are) held back</source>
        <translation>
            <numerusform>%Ln Punkt ist zurückgestellt</numerusform>
            <numerusform>%Ln Punkte sind zurückgestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <translation>
            <numerusform>%Ln Topic</numerusform>
            <numerusform>%Ln Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln access rule(s)</source>
        <translation>
            <numerusform>%Ln Zugriffsregel</numerusform>
            <numerusform>%Ln Zugriffsregeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: (the|all) %Ln change(s) (is|are) in %1</source>
        <translation>
            <numerusform>Fertig: %Ln Änderung ist in %1</numerusform>
            <numerusform>Fertig: alle %Ln Änderungen sind in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale</source>
        <translation>
            <numerusform>%Ln überholt</numerusform>
            <numerusform>%Ln überholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not tried</source>
        <translation>
            <numerusform>%Ln nicht versucht</numerusform>
            <numerusform>%Ln nicht versucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unbekannt</numerusform>
            <numerusform>%Ln unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%Ln Partition</numerusform>
            <numerusform>%Ln Partitionen</numerusform>
        </translation>
    </message>
    <message>
        <source>the broker&apos;s partitions</source>
        <translation>Partitionen des Brokers</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s)</source>
        <translation>
            <numerusform>%Ln Replikat</numerusform>
            <numerusform>%Ln Replikate</numerusform>
        </translation>
    </message>
    <message>
        <source>the broker&apos;s replicas</source>
        <translation>Replikate des Brokers</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>the registry&apos;s</source>
        <translation>die der Registry</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>register %Ln schema(s)</source>
        <translation>
            <numerusform>%Ln Schema registrieren</numerusform>
            <numerusform>%Ln Schemas registrieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %Ln schema(s)</source>
        <translation>
            <numerusform>%Ln Schema ändern</numerusform>
            <numerusform>%Ln Schemas ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %Ln subject(s)</source>
        <translation>
            <numerusform>%Ln Subject löschen</numerusform>
            <numerusform>%Ln Subjects löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 came into use since the plan was made: %2. Plan again.</source>
        <translation>%1 ist benutzt, seit der Plan gemacht wurde: %2. Neu planen.</translation>
    </message>
    <message>
        <source>Stopped: %1 in %2. %3</source>
        <translation>Angehalten: %1 in %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln schema(s)</source>
        <translation>
            <numerusform>%Ln Schema</numerusform>
            <numerusform>%Ln Schemas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 compared with %2 at %3; %4 in step</source>
        <translation>%1 um %3 mit %2 verglichen; %4 stimmen überein</translation>
    </message>
    <message>
        <source>Nothing to do: %1 has all that was chosen</source>
        <translation>Nichts zu tun: %1 hat alles, was gewählt wurde</translation>
    </message>
    <message>
        <source>This run still goes on, in another program. Wait for its end.</source>
        <translation>Dieser Lauf geht noch weiter, in einem anderen Programm. Bitte sein Ende abwarten.</translation>
    </message>
    <message>
        <source>Nothing is left to do in %1</source>
        <translation>In %1 ist nichts mehr zu tun</translation>
    </message>
    <message>
        <source>Going on will %1 in %2</source>
        <translation>Fortsetzen wird in %2 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not done</source>
        <translation>
            <numerusform>%Ln nicht erledigt</numerusform>
            <numerusform>%Ln nicht erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>What %1 began to apply to %2 at %3 did not end: %4.</source>
        <translation>Was %1 am %3 in %2 anzuwenden begann, wurde nicht beendet: %4.</translation>
    </message>
    <message>
        <source>%L1 of %L2 changes stood, by what the run noted and by %3 at %4</source>
        <translation>%L1 von %L2 Änderungen standen, nach den Notizen des Laufs und nach %3 um %4</translation>
    </message>
    <message>
        <source>Nothing else to do: %1 has the rest of what the specs ask for</source>
        <translation>Sonst nichts zu tun: %1 hat das Übrige, was die Specs verlangen</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Add a topic to %1</source>
        <translation>Topic zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>Topic hinzufügen</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>empty: as the environment says</source>
        <translation>leer: wie die Umgebung es vorgibt</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>48 h, 7 d; may stay empty</source>
        <translation>48 h, 7 d; darf leer bleiben</translation>
    </message>
    <message>
        <source>Say what the topic carries, in one word or in words joined by dots: its name is made of it.</source>
        <translation>Sagen, was das Topic transportiert, in einem Wort oder in Wörtern mit Punkten dazwischen: Daraus entsteht sein Name.</translation>
    </message>
    <message>
        <source>The number of partitions is a whole number.</source>
        <translation>Die Zahl der Partitionen ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Change who may read %1</source>
        <translation>Ändern, wer %1 lesen darf</translation>
    </message>
    <message>
        <source>Change access</source>
        <translation>Zugriff ändern</translation>
    </message>
    <message>
        <source>Grant access to all who consume it now</source>
        <translation>Allen freigeben, die es jetzt konsumieren</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete topic</source>
        <translation>Topic löschen</translation>
    </message>
    <message>
        <source>Take it out of the specs that consume it</source>
        <translation>Aus den Specs nehmen, die es konsumieren</translation>
    </message>
    <message>
        <source>Delete the components that nothing refers to afterwards</source>
        <translation>Komponenten löschen, auf die dann nichts mehr verweist</translation>
    </message>
    <message>
        <source>Let %1 consume a topic</source>
        <translation>%1 ein Topic konsumieren lassen</translation>
    </message>
    <message>
        <source>Consume</source>
        <translation>Konsumieren</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Choose a topic of another context; public ones, and those granted already, come first.</source>
        <translation>Ein Topic eines anderen Kontexts wählen; öffentliche und schon freigegebene stehen vorn.</translation>
    </message>
    <message>
        <source>Stop consuming</source>
        <translation>Nicht mehr konsumieren</translation>
    </message>
    <message>
        <source>Take away its grant in the owner&apos;s spec, too</source>
        <translation>Auch die Freigabe in der Spec des Eigentümers entfernen</translation>
    </message>
    <message>
        <source>Grant access to %1</source>
        <translation>Zugriff auf %1 freigeben</translation>
    </message>
    <message>
        <source>Grant access</source>
        <translation>Zugriff freigeben</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Choose a context, a domain, or everybody; those who consume it already come first.</source>
        <translation>Einen Kontext, eine Domäne oder alle wählen; wer es schon konsumiert, steht vorn.</translation>
    </message>
    <message>
        <source>Set one of the topic&apos;s settings</source>
        <translation>Eine Einstellung des Topics setzen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 Kafka&apos;s default: %2%3.</source>
        <translation>%1 Vorgabe von Kafka: %2%3.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose a setting of Kafka&apos;s topics.</source>
        <translation>Eine Einstellung für Kafka-Topics wählen.</translation>
    </message>
    <message>
        <source>Say what it is set to.</source>
        <translation>Den Wert angeben.</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tags classify a topic, such as &apos;pii&apos;; the company&apos;s own come first.</source>
        <translation>Tags ordnen ein Topic ein, zum Beispiel „pii“; die eigenen des Unternehmens stehen vorn.</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
    <message>
        <source>Add message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Kurzfassung</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>./schemas/sale.avsc; empty: fields are added here</source>
        <translation>./schemas/sale.avsc; leer: Felder folgen hier</translation>
    </message>
    <message>
        <source>Name the event by what happened.</source>
        <translation>Das Ereignis nach dem benennen, was geschehen ist.</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Add a field to %1</source>
        <translation>Feld zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Every message has it</source>
        <translation>Jede Nachricht hat es</translation>
    </message>
    <message>
        <source>The field comes last in the payload.</source>
        <translation>Das Feld kommt ans Ende der Payload.</translation>
    </message>
    <message>
        <source>Delete a message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete context</source>
        <translation>Kontext löschen</translation>
    </message>
    <message>
        <source>Take its topics out of the specs that consume them</source>
        <translation>Seine Topics aus den Specs nehmen, die sie konsumieren</translation>
    </message>
    <message>
        <source>Take away what was granted to it</source>
        <translation>Entfernen, was ihm freigegeben wurde</translation>
    </message>
    <message>
        <source>Add a &amp;topic…</source>
        <translation>&amp;Topic hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Consume a topic…</source>
        <translation>Topic &amp;konsumieren…</translation>
    </message>
    <message>
        <source>Change &amp;access…</source>
        <translation>&amp;Zugriff ändern…</translation>
    </message>
    <message>
        <source>Add a &amp;message…</source>
        <translation>&amp;Nachricht hinzufügen…</translation>
    </message>
    <message>
        <source>Add a payload &amp;field…</source>
        <translation>&amp;Payload-Feld hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Set one of Kafka&apos;s settings…</source>
        <translation>Kafka-&amp;Einstellung setzen…</translation>
    </message>
    <message>
        <source>Add a ta&amp;g…</source>
        <translation>Ta&amp;g hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Delete the topic…</source>
        <translation>Topic &amp;löschen…</translation>
    </message>
    <message>
        <source>Delete the bounded conte&amp;xt…</source>
        <translation>Bounded Conte&amp;xt löschen…</translation>
    </message>
    <message>
        <source>embedded</source>
        <translation>eingebettet</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>&amp;Compare with a revision…</source>
        <translation>Mit einer &amp;Revision vergleichen…</translation>
    </message>
    <message>
        <source>A plan is being applied. Cancel it, or wait for its end, then close.</source>
        <translation>Ein Plan wird gerade angewendet. Abbrechen oder das Ende abwarten, dann schließen.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>&amp;Fit the whole graph</source>
        <translation>&amp;Ganzen Graph einpassen</translation>
    </message>
    <message>
        <source>Zoom the graph &amp;in</source>
        <translation>Graph &amp;vergrößern</translation>
    </message>
    <message>
        <source>Zoom the graph &amp;out</source>
        <translation>Graph ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Bereitstellen</translation>
    </message>
    <message>
        <source>Usages</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Go to &amp;definition</source>
        <translation>Zur &amp;Definition</translation>
    </message>
    <message>
        <source>Find &amp;usages</source>
        <translation>Ver&amp;wendungen suchen</translation>
    </message>
    <message>
        <source>Re&amp;name everywhere…</source>
        <translation>Überall &amp;umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Z&amp;urück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>V&amp;or</translation>
    </message>
    <message>
        <source>Text &amp;or designer</source>
        <translation>Text oder &amp;Designer</translation>
    </message>
    <message>
        <source>G&amp;rant access…</source>
        <translation>Zugriff &amp;freigeben…</translation>
    </message>
    <message>
        <source>Stop consuming a topic</source>
        <translation>Ein Topic nicht mehr konsumieren</translation>
    </message>
    <message>
        <source>Who, and what</source>
        <translation>Wer, und was</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a context, and a topic</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is consumed any more.</source>
        <translation>Es wird nichts mehr konsumiert.</translation>
    </message>
    <message>
        <source>Stop cons&amp;uming…</source>
        <translation>Nicht mehr kons&amp;umieren…</translation>
    </message>
    <message>
        <source>Mo&amp;ve the topic to another context…</source>
        <translation>Topic in einen anderen Kontext &amp;verschieben…</translation>
    </message>
    <message>
        <source>S&amp;plit the bounded context…</source>
        <translation>Bounded Context &amp;aufteilen…</translation>
    </message>
    <message>
        <source>consumes %1</source>
        <translation>konsumiert %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move topic</source>
        <translation>Topic verschieben</translation>
    </message>
    <message>
        <source>To the context</source>
        <translation>In den Kontext</translation>
    </message>
    <message>
        <source>Choose who owns it from now on. Its readers will name it as it is called there.</source>
        <translation>Wählen, wem es künftig gehört. Seine Leser nennen es dann so, wie es dort heißt.</translation>
    </message>
    <message>
        <source>Split %1 in two</source>
        <translation>%1 in zwei teilen</translation>
    </message>
    <message>
        <source>Split context</source>
        <translation>Kontext aufteilen</translation>
    </message>
    <message>
        <source>New domain id</source>
        <translation>Neue Domänen-ID</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>It gets</source>
        <translation>Er bekommt</translation>
    </message>
    <message>
        <source>Name the new context: its domain and what it does.</source>
        <translation>Den neuen Kontext benennen: seine Domäne und was er tut.</translation>
    </message>
    <message>
        <source>Tick what the new context gets.</source>
        <translation>Ankreuzen, was der neue Kontext bekommt.</translation>
    </message>
    <message>
        <source>%1 as AsyncAPI 3</source>
        <translation>%1 als AsyncAPI 3</translation>
    </message>
    <message>
        <source>Convert spec</source>
        <translation>Spec umwandeln</translation>
    </message>
    <message>
        <source>AsyncAPI</source>
        <translation>AsyncAPI</translation>
    </message>
    <message>
        <source>Compare this &amp;file&apos;s text with the revision</source>
        <translation>&amp;Text dieser Datei mit der Revision vergleichen</translation>
    </message>
    <message>
        <source>No file is open to compare.</source>
        <translation>Zum Vergleichen ist keine Datei offen.</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>&amp;Rundgang machen</translation>
    </message>
    <message>
        <source>Take the tour: five steps with the sample</source>
        <translation>Rundgang machen: fünf Schritte mit dem Beispiel</translation>
    </message>
    <message>
        <source>Go on with the tour</source>
        <translation>Rundgang fortsetzen</translation>
    </message>
    <message>
        <source>Take the tour once more</source>
        <translation>Rundgang noch einmal machen</translation>
    </message>
    <message>
        <source>Convert the spec to AsyncAPI 3…</source>
        <translation>Spec in AsyncAPI 3 umwandeln…</translation>
    </message>
    <message>
        <source>Focus on the selected context</source>
        <translation>Auf den ausgewählten Kontext fokussieren</translation>
    </message>
    <message>
        <source>Select a context in the graph first.</source>
        <translation>Wählen Sie zuerst einen Kontext im Graphen aus.</translation>
    </message>
    <message>
        <source>Show the whole graph again</source>
        <translation>Wieder den ganzen Graphen zeigen</translation>
    </message>
    <message>
        <source>Filters and questions of the graph</source>
        <translation>Filter und Fragen zum Graphen</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Was hier möglich ist</translation>
    </message>
    <message>
        <source>What can be done with %1</source>
        <translation>Was mit %1 möglich ist</translation>
    </message>
    <message>
        <source>Arrange the graph by hand</source>
        <translation>Den Graphen von Hand anordnen</translation>
    </message>
    <message>
        <source>Lay the graph out anew</source>
        <translation>Den Graphen neu anordnen</translation>
    </message>
    <message>
        <source>Compare the graph with the last commit</source>
        <translation>Den Graphen mit dem letzten Commit vergleichen</translation>
    </message>
    <message>
        <source>Compare the graph with the cluster</source>
        <translation>Den Graphen mit dem Cluster vergleichen</translation>
    </message>
    <message>
        <source>Stop comparing the graph</source>
        <translation>Den Vergleich im Graphen beenden</translation>
    </message>
    <message>
        <source>Observe the cluster in the graph</source>
        <translation>Cluster im Graphen beobachten</translation>
    </message>
    <message>
        <source>Live figures in the graph</source>
        <translation>Laufende Zahlen im Graphen</translation>
    </message>
    <message>
        <source>Offer it c&amp;leaned…</source>
        <translation>&amp;Bereinigt anbieten…</translation>
    </message>
    <message>
        <source>Offer %1 cleaned</source>
        <translation>%1 bereinigt anbieten</translation>
    </message>
    <message>
        <source>Add cleaned topic</source>
        <translation>Bereinigtes Topic anlegen</translation>
    </message>
    <message>
        <source>Cleaned by</source>
        <translation>Bereinigt von</translation>
    </message>
    <message>
        <source>what was taken out, and how</source>
        <translation>was entfernt wurde, und wie</translation>
    </message>
    <message>
        <source>Choose the context that reads this topic and writes the cleaned one: a service of the control plane.</source>
        <translation>Wählen Sie den Kontext, der dieses Topic liest und das bereinigte schreibt: einen Dienst der Steuerungsebene.</translation>
    </message>
    <message>
        <source>Say what the cleaned topic carries: its name is made of it.</source>
        <translation>Sagen Sie, was das bereinigte Topic trägt: Daraus wird sein Name gebildet.</translation>
    </message>
    <message>
        <source>Governance</source>
        <translation>Governance</translation>
    </message>
    <message>
        <source>Grants and requests for access</source>
        <translation>Freigaben und Anfragen nach Zugriff</translation>
    </message>
    <message>
        <source>Vertical slices of the contexts</source>
        <translation>Vertikale Schnitte der Kontexte</translation>
    </message>
    <message>
        <source>Glossary: terms, tags and their meanings</source>
        <translation>Glossar: Begriffe, Tags und was sie bedeuten</translation>
    </message>
    <message>
        <source>Policies and what they mean for topics</source>
        <translation>Richtlinien und was sie für Topics bedeuten</translation>
    </message>
    <message>
        <source>Runs: who applied what, when and where</source>
        <translation>Läufe: wer was wann wo angewendet hat</translation>
    </message>
    <message>
        <source>What was applied to %1 did not end. Its plan, and View, Runs, show what was done, and go on with it.</source>
        <translation>Was in %1 angewendet wurde, ist nicht beendet. Der Plan und Ansicht, Läufe zeigen, was erledigt ist, und setzen es fort.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Drift (%1)</source>
        <translation>Drift (%1)</translation>
    </message>
    <message>
        <source>Look for drift</source>
        <translation>Nach Drift suchen</translation>
    </message>
    <message>
        <source>Drift (?)</source>
        <translation>Drift (?)</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Open a folder of specs</source>
        <translation>Ordner mit Specs öffnen</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile gehen</translation>
    </message>
    <message>
        <source>Line (1 to %1):</source>
        <translation>Zeile (1 bis %1):</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>A file of unsaved edits can&apos;t be used: %1. It is kept as %2.</source>
        <translation>Eine Datei mit ungespeicherten Änderungen ist nicht verwendbar: %1. Sie bleibt als %2 erhalten.</translation>
    </message>
    <message>
        <source>A file of unsaved edits can&apos;t be read: %1 (%2).</source>
        <translation>Eine Datei mit ungespeicherten Änderungen ist nicht lesbar: %1 (%2).</translation>
    </message>
    <message>
        <source>its first line is cut</source>
        <translation>ihre erste Zeile ist abgeschnitten</translation>
    </message>
    <message>
        <source>its first line is damaged</source>
        <translation>ihre erste Zeile ist beschädigt</translation>
    </message>
    <message>
        <source>a newer version of Meshwright wrote it (format %1)</source>
        <translation>eine neuere Version von Meshwright hat sie geschrieben (Format %1)</translation>
    </message>
    <message>
        <source>its text is cut or was changed</source>
        <translation>ihr Text ist abgeschnitten oder wurde geändert</translation>
    </message>
    <message>
        <source>it is too large to be a draft</source>
        <translation>sie ist zu groß für einen Entwurf</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The sample could not be written to %1: %2. Choose another folder, or free some space.</source>
        <translation>Das Beispiel konnte nicht nach %1 geschrieben werden: %2. Bitte einen anderen Ordner wählen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>no folder can be made there</source>
        <translation>dort lässt sich kein Ordner anlegen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Symbols</name>
    <message>
        <source>Topic %1</source>
        <translation>Topic %1</translation>
    </message>
    <message>
        <source>Bounded context %1</source>
        <translation>Bounded Context %1</translation>
    </message>
    <message>
        <source>Domain %1, with all its contexts</source>
        <translation>Domäne %1 mit allen ihren Kontexten</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Field %1</source>
        <translation>Feld %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>Avro type %1</source>
        <translation>Avro-Typ %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>deklariert</translation>
    </message>
    <message>
        <source>consumed</source>
        <translation>konsumiert</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>referenced</source>
        <translation>referenziert</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TourSteps</name>
    <message>
        <source>ACME is a company of bounded contexts with one slip in its specs. Open it: it is a copy, and yours to change.</source>
        <translation>ACME ist ein Unternehmen aus Bounded Contexts mit einem Versehen in seinen Specs. Es öffnen: Es ist eine Kopie und darf verändert werden.</translation>
    </message>
    <message>
        <source>The tour is about ACME, a company with one slip in its specs. Open it by File, Open the sample.</source>
        <translation>Der Rundgang handelt von ACME, einem Unternehmen mit einem Versehen in seinen Specs. Zum Öffnen: Datei, Beispiel öffnen.</translation>
    </message>
    <message>
        <source>Somebody wrote _pubic for _public. Press Alt+Enter to see what can be done about it, and Enter to do it.</source>
        <translation>Jemand hat _pubic statt _public geschrieben. Alt+Eingabe zeigt, was sich dagegen tun lässt, und Eingabe tut es.</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+M to see the problems.</source>
        <translation>Strg+Umschalt+M zeigt die Probleme.</translation>
    </message>
    <message>
        <source>All problems of the specs are listed here. Double-click the slip, or choose it and press Enter: that leads to its place.</source>
        <translation>Hier stehen alle Probleme der Specs. Ein Doppelklick auf das Versehen, oder Auswählen und Eingabe, führt zu seiner Stelle.</translation>
    </message>
    <message>
        <source>Press Ctrl+2 to see the graph beside the text.</source>
        <translation>Strg+2 zeigt den Graphen neben dem Text.</translation>
    </message>
    <message>
        <source>Each card is a bounded context, each line leads from an owner of topics to a reader. Choose Pricing, which you mended, to see whom it serves: click it, or press F6 and walk with the arrows.</source>
        <translation>Jede Karte ist ein Bounded Context, jede Linie führt vom Eigentümer der Topics zu einem Leser. Pricing, das gerade korrigiert wurde, auswählen, um zu sehen, wen es versorgt: anklicken, oder F6 drücken und mit den Pfeiltasten gehen.</translation>
    </message>
    <message>
        <source>Plans lead to the environment that is chosen here. Choose sandbox: a cluster inside this program, which nobody else sees.</source>
        <translation>Pläne führen in die hier gewählte Umgebung. Sandbox wählen: ein Cluster in diesem Programm, den sonst niemand sieht.</translation>
    </message>
    <message>
        <source>Provision compares the specs with the sandbox cluster and shows what that lacks. Nothing is written yet.</source>
        <translation>Bereitstellen vergleicht die Specs mit dem Sandbox-Cluster und zeigt, was ihm fehlt. Noch wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Each line says what would be made, at what risk, and which line of a spec asks for it. Apply it to the sandbox.</source>
        <translation>Jede Zeile sagt, was entstünde, mit welchem Risiko, und welche Zeile einer Spec es verlangt. Den Plan auf die Sandbox anwenden.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Das Beispiel öffnen</translation>
    </message>
    <message>
        <source>Mend the slip</source>
        <translation>Das Versehen korrigieren</translation>
    </message>
    <message>
        <source>See it in the graph</source>
        <translation>Es im Graphen sehen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::AboutDialog</name>
    <message>
        <source>Version %1
Qt %2
%3</source>
        <translation>Version %1
Qt %2
%3</translation>
    </message>
    <message>
        <source>About Meshwright</source>
        <translation>Über Meshwright</translation>
    </message>
    <message>
        <source>Meshwright</source>
        <translation>Meshwright</translation>
    </message>
    <message>
        <source>Designs, checks and provisions event-driven systems on Apache Kafka from their AsyncAPI documents.</source>
        <translation>Entwirft, prüft und richtet ereignisgesteuerte Systeme auf Apache Kafka ein, ausgehend von ihren AsyncAPI-Dokumenten.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::AccessAnswers</name>
    <message>
        <source>✓ may</source>
        <translation>✓ darf</translation>
    </message>
    <message>
        <source>✓ super user</source>
        <translation>✓ Superuser</translation>
    </message>
    <message>
        <source>✕ denied</source>
        <translation>✕ verweigert</translation>
    </message>
    <message>
        <source>✓ open</source>
        <translation>✓ offen</translation>
    </message>
    <message>
        <source>✕ may not</source>
        <translation>✕ darf nicht</translation>
    </message>
    <message>
        <source>+ missing</source>
        <translation>+ fehlt</translation>
    </message>
    <message>
        <source>! in excess</source>
        <translation>! überzählig</translation>
    </message>
    <message>
        <source>~ shadowed</source>
        <translation>~ überdeckt</translation>
    </message>
    <message>
        <source>! reaches others</source>
        <translation>! reicht zu anderen</translation>
    </message>
    <message>
        <source>✓ in step</source>
        <translation>✓ im Einklang</translation>
    </message>
    <message>
        <source>no spec</source>
        <translation>keine Spec</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>no access rule</source>
        <translation>keine Zugriffsregel</translation>
    </message>
    <message>
        <source>adds nothing to %1</source>
        <translation>ergänzt nichts zu %1</translation>
    </message>
    <message>
        <source>reaches %1</source>
        <translation>reicht zu %1</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>Access rule</source>
        <translation>Zugriffsregel</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a rule, a host</comment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>%1 %2 on %3 for %4</source>
        <comment>ALLOW READ on a topic for User:x</comment>
        <translation>%1 %2 auf %3 für %4</translation>
    </message>
    <message>
        <source>○ not used</source>
        <translation>○ ungenutzt</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::AccessMatrix</name>
    <message>
        <source>may read</source>
        <translation>darf lesen</translation>
    </message>
    <message>
        <source>is denied to read</source>
        <translation>Lesen verweigert</translation>
    </message>
    <message>
        <source>may write</source>
        <translation>darf schreiben</translation>
    </message>
    <message>
        <source>is denied to write</source>
        <translation>Schreiben verweigert</translation>
    </message>
    <message>
        <source>may do nothing</source>
        <translation>darf nichts</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>a principal, what it may do, a topic</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::AccessReviewer</name>
    <message>
        <source>No environment is chosen: choose one above, or add a connection.</source>
        <translation>Keine Umgebung ist gewählt: Wählen Sie oben eine, oder fügen Sie eine Verbindung hinzu.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::AccessView</name>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Principals</source>
        <translation>Principals</translation>
    </message>
    <message>
        <source>By the specs</source>
        <translation>Nach den Specs</translation>
    </message>
    <message>
        <source>By the cluster</source>
        <translation>Nach dem Cluster</translation>
    </message>
    <message>
        <source>By both</source>
        <translation>Nach beiden</translation>
    </message>
    <message>
        <source>Whose access rules decide</source>
        <translation>Wessen Zugriffsregeln entscheiden</translation>
    </message>
    <message>
        <source>Show topics with these words</source>
        <translation>Topics mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>Show principals with these words</source>
        <translation>Principals mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>All rules of which there is something to say</source>
        <translation>Alle Regeln, zu denen etwas zu sagen ist</translation>
    </message>
    <message>
        <source>Read the cluster again</source>
        <translation>Den Cluster neu lesen</translation>
    </message>
    <message>
        <source>Export the answers</source>
        <translation>Die Antworten exportieren</translation>
    </message>
    <message>
        <source>Topics and principals</source>
        <translation>Topics und Principals</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Who may read and write what</source>
        <translation>Wer was lesen und schreiben darf</translation>
    </message>
    <message>
        <source>Open a folder of AsyncAPI documents: each topic and each principal gets its place here, and every answer its reason.</source>
        <translation>Öffnen Sie einen Ordner mit AsyncAPI-Dokumenten: Jedes Topic und jeder Principal hat hier seinen Platz, und jede Antwort ihren Grund.</translation>
    </message>
    <message>
        <source>Click a topic to see who can read or write it, or a principal to see what it reaches.</source>
        <translation>Klicken Sie auf ein Topic, um zu sehen, wer es lesen oder schreiben kann, oder auf einen Principal, um zu sehen, wohin er reicht.</translation>
    </message>
    <message>
        <source>Reading the cluster …</source>
        <translation>Der Cluster wird gelesen …</translation>
    </message>
    <message>
        <source>Cluster as of %1</source>
        <translation>Cluster, Stand %1</translation>
    </message>
    <message>
        <source>Nobody can read or write %1.</source>
        <translation>Niemand kann %1 lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Who can read or write %1</source>
        <translation>Wer %1 lesen oder schreiben kann</translation>
    </message>
    <message>
        <source>%1 can read and write nothing.</source>
        <translation>%1 kann nichts lesen und nichts schreiben.</translation>
    </message>
    <message>
        <source>What %1 can read and write</source>
        <translation>Was %1 lesen und schreiben kann</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is to be said of %n access rule(s).</source>
        <translation>
            <numerusform>Zu %n Zugriffsregel ist nichts zu sagen.</numerusform>
            <numerusform>Zu %n Zugriffsregeln ist nichts zu sagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is to be said of %n access rule(s)</source>
        <translation>
            <numerusform>Was zu %n Zugriffsregel zu sagen ist</numerusform>
            <numerusform>Was zu %n Zugriffsregeln zu sagen ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Seite (*.html)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Daten (*.json)</translation>
    </message>
    <message>
        <source>The answers were exported to %1.</source>
        <translation>Die Antworten wurden nach %1 exportiert.</translation>
    </message>
    <message>
        <source>The cluster is not known</source>
        <translation>Der Cluster ist nicht bekannt</translation>
    </message>
    <message>
        <source>It is read when you choose it.</source>
        <translation>Er wird gelesen, wenn Sie ihn wählen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ActDialog</name>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The specs say that already.</source>
        <translation>Das steht schon so in den Specs.</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <source>This changes %1:</source>
        <translation>Dies ändert %1:</translation>
    </message>
    <message numerus="yes">
        <source>This changes %n file(s):</source>
        <translation>
            <numerusform>Dies ändert %Ln Datei:</numerusform>
            <numerusform>Dies ändert %Ln Dateien:</numerusform>
        </translation>
    </message>
    <message>
        <source>Working out what that changes…</source>
        <translation>Es wird ermittelt, was das ändert …</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ApplyBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The environment&apos;s name, to apply there</source>
        <translation>Name der Umgebung, um dort anzuwenden</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>%1 eintippen</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>In %1 anwenden</translation>
    </message>
    <message>
        <source>Click once more to apply. Esc leaves everything as it is.</source>
        <translation>Zum Anwenden noch einmal klicken. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Stopping at the next safe point …</source>
        <translation>Hält an der nächsten sicheren Stelle an …</translation>
    </message>
    <message numerus="yes">
        <source>Yes, apply %Ln change(s) to %1</source>
        <translation>
            <numerusform>Ja, %Ln Änderung in %1 anwenden</numerusform>
            <numerusform>Ja, %Ln Änderungen in %1 anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan says of each who reads or writes it.</source>
        <translation>Der Plan sagt bei jedem, wer es liest oder schreibt.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln topic(s) in use</source>
        <translation>
            <numerusform>%Ln benutztes Topic löschen</numerusform>
            <numerusform>%Ln benutzte Topics löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on in %1</source>
        <translation>In %1 fortsetzen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::BranchSign</name>
    <message>
        <source>No branch: HEAD is at commit %1.</source>
        <translation>Kein Branch: HEAD steht auf Commit %1.</translation>
    </message>
    <message>
        <source>Branch %1, without a commit yet.</source>
        <translation>Branch %1, noch ohne Commit.</translation>
    </message>
    <message>
        <source>Branch %1.</source>
        <translation>Branch %1.</translation>
    </message>
    <message>
        <source>%1 ahead of %3, %2 behind.</source>
        <translation>%1 Commits vor %3, %2 dahinter.</translation>
    </message>
    <message>
        <source>No files changed since the last commit.</source>
        <translation>Keine Datei seit dem letzten Commit geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed since the last commit.</source>
        <translation>
            <numerusform>%Ln Datei seit dem letzten Commit geändert.</numerusform>
            <numerusform>%Ln Dateien seit dem letzten Commit geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Git</source>
        <translation>Git</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Breadcrumbs</name>
    <message>
        <source>Path at the caret</source>
        <translation>Pfad an der Schreibmarke</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Callout</name>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ChangesModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Breaking. %1</source>
        <translation>Inkompatibel. %1</translation>
    </message>
    <message>
        <source>Consumed by %1</source>
        <translation>Konsumiert von %1</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>vorher %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n change(s), %2 breaking</source>
        <translation>
            <numerusform>%1: %Ln Änderung, %2 inkompatibel</numerusform>
            <numerusform>%1: %Ln Änderungen, %2 inkompatibel</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Consumed by</source>
        <translation>Konsumiert von</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ChangesView</name>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>Revision to compare with</source>
        <translation>Revision für den Vergleich</translation>
    </message>
    <message>
        <source>A branch, a tag, a commit, or HEAD~1</source>
        <translation>Ein Branch, ein Tag, ein Commit oder HEAD~1</translation>
    </message>
    <message>
        <source>Breaking only</source>
        <translation>Nur inkompatible</translation>
    </message>
    <message>
        <source>Changes by context</source>
        <translation>Änderungen nach Kontext</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>What changed since a commit appears here once a folder is open.</source>
        <translation>Was sich seit einem Commit geändert hat, erscheint hier, sobald ein Ordner offen ist.</translation>
    </message>
    <message>
        <source>Git can&apos;t be read here</source>
        <translation>Git ist hier nicht lesbar</translation>
    </message>
    <message>
        <source>Not under version control</source>
        <translation>Nicht unter Versionskontrolle</translation>
    </message>
    <message>
        <source>This folder lies in no Git repository. Once it does, what changed since a commit appears here.</source>
        <translation>Dieser Ordner liegt in keinem Git-Repository. Sobald er es tut, erscheint hier, was sich seit einem Commit geändert hat.</translation>
    </message>
    <message>
        <source>This can&apos;t be compared</source>
        <translation>Das ist nicht vergleichbar</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>No contexts, topics, rights or schemas changed since %1.</source>
        <translation>Seit %1 haben sich keine Kontexte, Topics, Rechte oder Schemas geändert.</translation>
    </message>
    <message>
        <source>Nothing that breaks. Show all to see the other changes.</source>
        <translation>Nichts Inkompatibles. Alle zeigen, um die anderen Änderungen zu sehen.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), %L1 breaking</source>
        <translation>
            <numerusform>%Ln Änderung, %L1 inkompatibel</numerusform>
            <numerusform>%Ln Änderungen, %L1 inkompatibel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) could not be compared</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner war nicht vergleichbar</numerusform>
            <numerusform>%Ln Dateien oder Ordner waren nicht vergleichbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ClusterSource</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Read the cluster</source>
        <translation>Cluster lesen</translation>
    </message>
    <message>
        <source>Reads its topics, access rules and schemas. Nothing is written there.</source>
        <translation>Liest seine Topics, Zugriffsregeln und Schemas. Dort wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen…</translation>
    </message>
    <message>
        <source>Domain or context</source>
        <translation>Domäne oder Kontext</translation>
    </message>
    <message>
        <source>all that the cluster holds</source>
        <translation>alles, was der Cluster hat</translation>
    </message>
    <message>
        <source>Making specs …</source>
        <translation>Specs werden erstellt …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Read the cluster: its topics and access rules tell which contexts there are, and a spec is made for each. Nothing is written there.</source>
        <translation>Den Cluster lesen: Seine Topics und Zugriffsregeln sagen, welche Kontexte es gibt, und für jeden entsteht eine Spec. Dort wird nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::CodeEditor</name>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>What was copied is too large to be pasted here</source>
        <translation>Das Kopierte ist zu groß, um hier eingefügt zu werden</translation>
    </message>
    <message>
        <source>The problems of this file stand in the list only</source>
        <translation>Die Probleme dieser Datei stehen nur in der Liste</translation>
    </message>
    <message>
        <source>No problems in this file</source>
        <translation>Keine Probleme in dieser Datei</translation>
    </message>
    <message>
        <source>No quick fix for this line</source>
        <translation>Keine Schnellkorrektur für diese Zeile</translation>
    </message>
    <message>
        <source>Still checking: try again in a moment</source>
        <translation>Wird noch geprüft: gleich noch einmal versuchen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>Quick fixes of this line</source>
        <translation>Schnellkorrekturen dieser Zeile</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::CommandPalette</name>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Type the name of an action</source>
        <translation>Namen einer Aktion eintippen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ComparisonBar</name>
    <message numerus="yes">
        <source>%n context(s)</source>
        <translation>
            <numerusform>%n Kontext</numerusform>
            <numerusform>%n Kontexte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Topic</numerusform>
            <numerusform>%n Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <translation>
            <numerusform>%n Fluss</numerusform>
            <numerusform>%n Flüsse</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with %1 …</source>
        <translation>Vergleich mit %1 …</translation>
    </message>
    <message>
        <source>It would change nothing in the graph.</source>
        <translation>Im Graphen würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>What it would change:  %1</source>
        <translation>Was sich ändern würde:  %1</translation>
    </message>
    <message>
        <source>The cluster of %1 has what the specs ask for.</source>
        <translation>Der Cluster von %1 hat, was die Specs verlangen.</translation>
    </message>
    <message>
        <source>What the plan for %1 would change:  %2</source>
        <translation>Was der Plan für %1 ändern würde:  %2</translation>
    </message>
    <message>
        <source>Since %1 nothing differs.</source>
        <translation>Seit %1 unterscheidet sich nichts.</translation>
    </message>
    <message>
        <source>Since %1:  %2</source>
        <translation>Seit %1:  %2</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur was sich unterscheidet</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Completer</name>
    <message>
        <source>Nothing to offer here</source>
        <translation>Hier gibt es nichts vorzuschlagen</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Vervollständigung</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::CompletionPopup</name>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Enter or Tab inserts</source>
        <translation>Eingabe oder Tab fügt ein</translation>
    </message>
    <message>
        <source>Tab inserts, ↓ chooses</source>
        <translation>Tab fügt ein, ↓ wählt</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ConnectionDialog</name>
    <message>
        <source>Add environment</source>
        <translation>Umgebung hinzufügen</translation>
    </message>
    <message>
        <source>Connection of %1</source>
        <translation>Verbindung von %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>staging</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>broker-1.example:9092</source>
        <translation>broker-1.example:9092</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add environment %1</source>
        <translation>Umgebung %1 hinzufügen</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Stopped. Nothing is known about the connection.</source>
        <translation>Angehalten. Über die Verbindung ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>&lt;b&gt;Connected.&lt;/b&gt; Cluster &lt;code&gt;%1&lt;/code&gt;, %2, version %3.</source>
        <translation>&lt;b&gt;Verbunden.&lt;/b&gt; Cluster &lt;code&gt;%1&lt;/code&gt;, %2, Version %3.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>Zuerst einen Ordner öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln broker(s)</source>
        <translation>
            <numerusform>%Ln Broker</numerusform>
            <numerusform>%Ln Broker</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file %1 already, and it stays.</source>
        <translation>Es gibt schon eine Datei %1, und sie bleibt.</translation>
    </message>
    <message>
        <source>Read only: never write there</source>
        <translation>Nur lesen: dort nie schreiben</translation>
    </message>
    <message>
        <source>Parts of the connection</source>
        <translation>Teile der Verbindung</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Schema-Registry</translation>
    </message>
    <message>
        <source>Schema registry: %1</source>
        <translation>Schema-Registry: %1</translation>
    </message>
    <message numerus="yes">
        <source>Schema registry: %Ln subject(s).</source>
        <translation>
            <numerusform>Schema-Registry: %Ln Subject.</numerusform>
            <numerusform>Schema-Registry: %Ln Subjects.</numerusform>
        </translation>
    </message>
    <message>
        <source>Secrets stay out of &lt;code&gt;meshwright.yaml&lt;/code&gt;: write where one is, &lt;nobr&gt;&lt;code&gt;${env:NAME}&lt;/code&gt;&lt;/nobr&gt; or &lt;nobr&gt;&lt;code&gt;${file:PATH}&lt;/code&gt;&lt;/nobr&gt;; or type it, and let the button in the field keep it in the keychain.</source>
        <translation>Geheimnisse bleiben aus &lt;code&gt;meshwright.yaml&lt;/code&gt; heraus: Hier steht, wo eines ist, &lt;nobr&gt;&lt;code&gt;${env:NAME}&lt;/code&gt;&lt;/nobr&gt; oder &lt;nobr&gt;&lt;code&gt;${file:PATH}&lt;/code&gt;&lt;/nobr&gt;; oder es wird eingegeben, und die Schaltfläche im Feld legt es im Schlüsselbund ab.</translation>
    </message>
    <message>
        <source>Name the environment first: the secret is kept under its name.</source>
        <translation>Zuerst braucht die Umgebung einen Namen: Unter ihm wird das Geheimnis abgelegt.</translation>
    </message>
    <message>
        <source>Asking the keychain … It may want to be unlocked.</source>
        <translation>Der Schlüsselbund wird gefragt … Er will vielleicht entsperrt werden.</translation>
    </message>
    <message>
        <source>Kept in the keychain. The settings only refer to it.</source>
        <translation>Im Schlüsselbund abgelegt. Die Einstellungen verweisen nur darauf.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ConsumedTable</name>
    <message>
        <source>no known context owns it</source>
        <translation>kein bekannter Kontext besitzt es</translation>
    </message>
    <message>
        <source>the owner does not declare it</source>
        <translation>der Eigentümer deklariert es nicht</translation>
    </message>
    <message>
        <source>may read it</source>
        <translation>darf es lesen</translation>
    </message>
    <message>
        <source>is private: nobody else reads it</source>
        <translation>ist privat: niemand sonst liest es</translation>
    </message>
    <message>
        <source>waits for a grant</source>
        <translation>wartet auf eine Freigabe</translation>
    </message>
    <message>
        <source>Consumed topics</source>
        <translation>Konsumierte Topics</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ContextTable</name>
    <message>
        <source>Bounded contexts</source>
        <translation>Bounded Contexts</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Besitzt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>The bounded context</source>
        <translation>Der Bounded Context</translation>
    </message>
    <message>
        <source>Its domain</source>
        <translation>Seine Domäne</translation>
    </message>
    <message>
        <source>Topics that it owns</source>
        <translation>Topics, die ihm gehören</translation>
    </message>
    <message>
        <source>Contexts that it reads from</source>
        <translation>Kontexte, von denen er liest</translation>
    </message>
    <message>
        <source>Contexts that read from it</source>
        <translation>Kontexte, die von ihm lesen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DeleteChoice</name>
    <message>
        <source>What the plan may delete once no spec asks for it. More than a few at once is refused, and what the environment protects stays.</source>
        <translation>Was der Plan löschen darf, wenn keine Spezifikation es mehr verlangt. Mehr als einige auf einmal werden abgelehnt, und was die Umgebung schützt, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Topics, with their records</source>
        <translation>&amp;Topics, mit ihren Datensätzen</translation>
    </message>
    <message>
        <source>&amp;Access rules</source>
        <translation>&amp;Zugriffsregeln</translation>
    </message>
    <message>
        <source>&amp;Settings that specs don&apos;t name</source>
        <translation>&amp;Einstellungen, die keine Spezifikation nennt</translation>
    </message>
    <message>
        <source>S&amp;chemas</source>
        <translation>S&amp;chemas</translation>
    </message>
    <message>
        <source>Deletes nothing</source>
        <translation>Löscht nichts</translation>
    </message>
    <message numerus="yes">
        <source>Deletes %Ln kind(s)</source>
        <translation>
            <numerusform>Löscht %Ln Art</numerusform>
            <numerusform>Löscht %Ln Arten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DesignerSplit</name>
    <message>
        <source>Text or form</source>
        <translation>Text oder Formular</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>Designer</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DesignerView</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>AsyncAPI %1</source>
        <translation>AsyncAPI %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>servers: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Bounded context</source>
        <translation>Bounded Context</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What it does for the company</source>
        <translation>Was er für das Unternehmen leistet</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Domain id</source>
        <translation>Domänen-Id</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <source>Owned topics</source>
        <translation>Eigene Topics</translation>
    </message>
    <message>
        <source>Add topic…</source>
        <translation>Topic hinzufügen…</translation>
    </message>
    <message>
        <source>Change access…</source>
        <translation>Zugriff ändern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Consumed topics</source>
        <translation>Konsumierte Topics</translation>
    </message>
    <message>
        <source>Consume…</source>
        <translation>Konsumieren…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>This can&apos;t be shown as a form while its text can&apos;t be read as AsyncAPI: the problems below say what to mend.</source>
        <translation>Das lässt sich nicht als Formular zeigen, solange der Text nicht als AsyncAPI lesbar ist: Die Probleme unten sagen, was zu beheben ist.</translation>
    </message>
    <message>
        <source>The text has a syntax error. This is what it said before; it can be edited again when the error is mended.</source>
        <translation>Der Text hat einen Syntaxfehler. Hier steht, was er vorher sagte; bearbeitbar ist es wieder, wenn der Fehler behoben ist.</translation>
    </message>
    <message>
        <source>Owned topics (%1)</source>
        <translation>Eigene Topics (%1)</translation>
    </message>
    <message>
        <source>none: it owns nothing</source>
        <translation>keine: ihm gehört nichts</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Describe context</source>
        <translation>Kontext beschreiben</translation>
    </message>
    <message>
        <source>Form of the spec</source>
        <translation>Formular der Spec</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DiffDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n line(s) more</source>
        <translation>
            <numerusform>… und %Ln weitere Zeile</numerusform>
            <numerusform>… und %Ln weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DocumentSync</name>
    <message>
        <source>Typing</source>
        <translation>Tippen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DraftJournal</name>
    <message>
        <source>the folder %1 can&apos;t be written to.</source>
        <translation>in den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Unsaved text can&apos;t be kept safe from a crash, so save often: %1</source>
        <translation>Ungespeicherter Text ist nicht vor einem Absturz geschützt, darum oft speichern: %1</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DriftBar</name>
    <message>
        <source>Select what is to be brought in step, in the list above.</source>
        <translation>Wählen Sie oben in der Liste, was in Einklang kommen soll.</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln …</source>
        <translation>
            <numerusform>%Ln wiederherstellen …</numerusform>
            <numerusform>%Ln wiederherstellen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows a plan of just this, which makes the cluster what the specs say. Nothing is sent before you apply it there.</source>
        <translation>Zeigt einen Plan nur hierfür, der den Cluster so macht, wie die Specs es sagen. Gesendet wird erst, wenn Sie ihn dort anwenden.</translation>
    </message>
    <message>
        <source>Adopt into spec …</source>
        <translation>In die Spec übernehmen …</translation>
    </message>
    <message numerus="yes">
        <source>Adopt %Ln into specs …</source>
        <translation>
            <numerusform>%Ln in Specs übernehmen …</numerusform>
            <numerusform>%Ln in Specs übernehmen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the change of the text that makes the specs say what the cluster has. It is undone in one step.</source>
        <translation>Zeigt die Änderung am Text, nach der die Specs sagen, was der Cluster hat. Sie ist in einem Schritt rückgängig zu machen.</translation>
    </message>
    <message>
        <source>The specs are right: restore. The cluster is right: adopt.</source>
        <translation>Die Specs haben recht: wiederherstellen. Der Cluster hat recht: übernehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be restored: %1</source>
        <translation>
            <numerusform>%Ln nicht wiederherstellbar: %1</numerusform>
            <numerusform>%Ln nicht wiederherstellbar: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be adopted: %1</source>
        <translation>
            <numerusform>%Ln nicht übernehmbar: %1</numerusform>
            <numerusform>%Ln nicht übernehmbar: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Can&apos;t be restored: %1</source>
        <translation>Nicht wiederherstellbar: %1</translation>
    </message>
    <message>
        <source>Can&apos;t be adopted: %1</source>
        <translation>Nicht übernehmbar: %1</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DriftHeader</name>
    <message>
        <source>Filter the drift</source>
        <translation>Drift filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Outdated: the specs or the cluster changed since this comparison</source>
        <translation>Veraltet: Specs oder Cluster haben sich seit diesem Vergleich geändert</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Neu vergleichen</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Vergleich läuft …</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reads the cluster again and compares it with what the specs say now; nothing is written</source>
        <translation>Liest den Cluster neu und vergleicht ihn mit dem, was die Specs jetzt sagen; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>The next comparison is at %1</source>
        <translation>Der nächste Vergleich ist um %1</translation>
    </message>
    <message>
        <source>It compares when asked</source>
        <translation>Verglichen wird auf Wunsch</translation>
    </message>
    <message>
        <source>A plan is being applied: compare when that has ended.</source>
        <translation>Ein Plan wird angewendet: Vergleichen Sie, wenn das beendet ist.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DriftModel</name>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>Of no context of these specs</source>
        <translation>Von keinem Kontext dieser Specs</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>Kein Kontext</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not known. %2</source>
        <translation>%1: nicht bekannt. %2</translation>
    </message>
    <message>
        <source>%1: no context of these specs owns it, so it is no drift. Where it is to be yours, take it into a spec with mw export.</source>
        <translation>%1: Kein Kontext dieser Specs besitzt es, also ist es keine Drift. Soll es Ihres sein, nehmen Sie es mit mw export in eine Spec auf.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Specs say</source>
        <translation>Laut Specs</translation>
    </message>
    <message>
        <source>Cluster has</source>
        <translation>Im Cluster</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DriftTree</name>
    <message>
        <source>What is out of step</source>
        <translation>Was abweicht</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::DriftView</name>
    <message>
        <source>Go to the spec</source>
        <translation>Zur Spec gehen</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>What it has is read, and compared with what the specs ask for. Nothing is written.</source>
        <translation>Was er hat, wird gelesen und mit dem verglichen, was die Specs verlangen. Geschrieben wird nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Whether it is in step is not known. %1</source>
        <translation>Ob es im Einklang ist, ist nicht bekannt. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>%1. %2. The specs or the cluster changed since then.</source>
        <translation>%1. %2. Specs oder Cluster haben sich seither geändert.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Neu vergleichen</translation>
    </message>
    <message>
        <source>No comparison yet</source>
        <translation>Noch kein Vergleich</translation>
    </message>
    <message>
        <source>Open a folder with specs. Then this shows where a cluster is out of step with them, whoever moved.</source>
        <translation>Öffnen Sie einen Ordner mit Specs. Dann steht hier, wo ein Cluster von ihnen abweicht, wer auch immer sich bewegt hat.</translation>
    </message>
    <message>
        <source>This will show where %1 is out of step with the specs: changed by hand, or never applied. Comparing writes nothing. %2.</source>
        <translation>Hier steht dann, wo %1 von den Specs abweicht: von Hand geändert oder nie angewendet. Ein Vergleich schreibt nichts. %2.</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
    <message>
        <source>A plan is being applied.</source>
        <translation>Ein Plan wird angewendet.</translation>
    </message>
    <message>
        <source>The cluster is being compared again.</source>
        <translation>Der Cluster wird neu verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>Adopt %Ln thing(s) from %1</source>
        <translation>
            <numerusform>%Ln Wert aus %1 übernehmen</numerusform>
            <numerusform>%Ln Werte aus %1 übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Adopt into spec</source>
        <translation>In die Spec übernehmen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::EditorArea</name>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei offen</translation>
    </message>
    <message>
        <source>Choose a context or a topic in the explorer or the graph to read and edit its spec here.</source>
        <translation>Im Explorer oder im Graph einen Kontext oder ein Topic wählen, um hier die Spec zu lesen und zu bearbeiten.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>%1 can&apos;t be shown: it could not be read.</source>
        <translation>%1 kann nicht gezeigt werden: Die Datei war nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 ●</source>
        <translation>%1 ●</translation>
    </message>
    <message>
        <source>%1 (unsaved edits)</source>
        <translation>%1 (ungespeicherte Änderungen)</translation>
    </message>
    <message>
        <source>%1 (preview: double-click to keep it open)</source>
        <translation>%1 (Vorschau: Doppelklick hält die Datei offen)</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::EditorPage</name>
    <message>
        <source>This file is too large to edit here: beyond %1 MB, or with a line beyond %2 characters, its beginning is shown as plain text, to be read. It is checked like all others, and nothing of it is changed.</source>
        <translation>Diese Datei ist zu groß, um sie hier zu bearbeiten: Über %1 MB oder mit einer Zeile über %2 Zeichen wird ihr Anfang als reiner Text zum Lesen gezeigt. Sie wird geprüft wie alle anderen, und nichts an ihr wird geändert.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Saving then writes your text over theirs</source>
        <translation>Speichern überschreibt dann den anderen Text mit dem eigenen</translation>
    </message>
    <message>
        <source>Another program removed or renamed this file, and you have unsaved edits.</source>
        <translation>Ein anderes Programm hat diese Datei entfernt oder umbenannt, und es gibt ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Another program changed this file, and you have unsaved edits.</source>
        <translation>Ein anderes Programm hat diese Datei geändert, und es gibt ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen nehmen</translation>
    </message>
    <message>
        <source>Your edits stay on the undo stack</source>
        <translation>Die eigenen Änderungen bleiben mit Rückgängig erreichbar</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>%1 vergleichen</translation>
    </message>
    <message>
        <source>From what another program wrote (−) to your text (+).</source>
        <translation>Von dem, was ein anderes Programm schrieb (−), zum eigenen Text (+).</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Effects</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 consumes %2, and would find it no more.</source>
        <translation>%1 konsumiert %2 und fände es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 consumes %2, and may read it no more.</source>
        <translation>%1 konsumiert %2 und dürfte es nicht mehr lesen.</translation>
    </message>
    <message>
        <source>The reference &apos;%1&apos; in %2 would lead nowhere.</source>
        <translation>Der Verweis „%1“ in %2 führte ins Leere.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a currency and an amount</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>an amount</comment>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>partitions of %n topic(s), not declared</source>
        <translation>
            <numerusform>die Partitionen von %Ln Topic, nicht angegeben</numerusform>
            <numerusform>die Partitionen von %Ln Topics, nicht angegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replicas of %n topic(s), not declared</source>
        <translation>
            <numerusform>die Replikate von %Ln Topic, nicht angegeben</numerusform>
            <numerusform>die Replikate von %Ln Topics, nicht angegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the volume of %n topic(s), not declared</source>
        <translation>
            <numerusform>die Datenmenge von %Ln Topic, nicht angegeben</numerusform>
            <numerusform>die Datenmenge von %Ln Topics, nicht angegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the volume of %n topic(s) without retention.ms</source>
        <translation>
            <numerusform>die Datenmenge von %Ln Topic ohne retention.ms</numerusform>
            <numerusform>die Datenmenge von %Ln Topics ohne retention.ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the volume of %n topic(s), kept for ever</source>
        <translation>
            <numerusform>die Datenmenge von %Ln Topic, für immer aufbewahrt</numerusform>
            <numerusform>die Datenmenge von %Ln Topics, für immer aufbewahrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the volume of %n topic(s) whose x-volume says no size</source>
        <translation>
            <numerusform>die Datenmenge von %Ln Topic, dessen x-volume keine Größe nennt</numerusform>
            <numerusform>die Datenmenge von %Ln Topics, deren x-volume keine Größe nennt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2 a month</source>
        <comment>costs before and after</comment>
        <translation>%1 → %2 im Monat</translation>
    </message>
    <message>
        <source>Costs: %1</source>
        <translation>Kosten: %1</translation>
    </message>
    <message>
        <source>Costs in %1: %2</source>
        <translation>Kosten in %1: %2</translation>
    </message>
    <message>
        <source>What goes still costs %1 until it is off the cluster.</source>
        <translation>Was wegfällt, kostet weiter %1, bis es nicht mehr auf dem Cluster ist.</translation>
    </message>
    <message>
        <source>Not in it: %1.</source>
        <translation>Nicht enthalten: %1.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::EnvironmentChooser</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>Keine Umgebung</translation>
    </message>
    <message>
        <source>%1 (%2), %3. %4</source>
        <translation>%1 (%2), %3. %4</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Connection of %1…</source>
        <translation>Verbindung von %1…</translation>
    </message>
    <message>
        <source>Add environment…</source>
        <translation>Umgebung hinzufügen…</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ExplorerModel</name>
    <message>
        <source>%1, public topic</source>
        <translation>%1, öffentliches Topic</translation>
    </message>
    <message>
        <source>%1, protected topic</source>
        <translation>%1, geschütztes Topic</translation>
    </message>
    <message>
        <source>%1, private topic</source>
        <translation>%1, privates Topic</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n error(s)</source>
        <translation>
            <numerusform>%1, %Ln Fehler</numerusform>
            <numerusform>%1, %Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n warning(s)</source>
        <translation>
            <numerusform>%1, %Ln Warnung</numerusform>
            <numerusform>%1, %Ln Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ExplorerView</name>
    <message>
        <source>Filter the explorer</source>
        <translation>Explorer filtern</translation>
    </message>
    <message>
        <source>Filter contexts and topics</source>
        <translation>Kontexte und Topics filtern</translation>
    </message>
    <message>
        <source>Domains, contexts and topics</source>
        <translation>Domänen, Kontexte und Topics</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::FileComparison</name>
    <message>
        <source>%1 reads as it does in %2.</source>
        <translation>%1 lautet wie in %2.</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>%1 vergleichen</translation>
    </message>
    <message>
        <source>From the text in %1 (−) to the one in the window (+).</source>
        <translation>Vom Text in %1 (−) zu dem im Fenster (+).</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::FilterPanel</name>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>hat Fehler</translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation>hat Warnungen</translation>
    </message>
    <message>
        <source>a topic lacks a side</source>
        <translation>einem Topic fehlt eine Seite</translation>
    </message>
    <message>
        <source>a grant is not used</source>
        <translation>eine Freigabe wird nicht genutzt</translation>
    </message>
    <message>
        <source>data comes back</source>
        <translation>Daten kommen zurück</translation>
    </message>
    <message>
        <source>declared by specs</source>
        <translation>von Specs erklärt</translation>
    </message>
    <message>
        <source>granted only</source>
        <translation>nur freigegeben</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Diese Ansicht löschen</translation>
    </message>
    <message>
        <source>Save what is shown as a view of the repository</source>
        <translation>Das Gezeigte als Ansicht des Repositorys speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Als Ansicht speichern…</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The view &apos;%1&apos; is kept in %2.</source>
        <translation>Die Ansicht „%1“ steht in %2.</translation>
    </message>
    <message>
        <source>The view &apos;%1&apos; is deleted.</source>
        <translation>Die Ansicht „%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>reads what no spec declares</source>
        <translation>liest, was keine Spec erklärt</translation>
    </message>
    <message>
        <source>declared, but not read</source>
        <translation>erklärt, aber nicht gelesen</translation>
    </message>
    <message>
        <source>granted, but not read</source>
        <translation>freigegeben, aber nicht gelesen</translation>
    </message>
    <message>
        <source>read by a stray group</source>
        <translation>von fremder Gruppe gelesen</translation>
    </message>
    <message>
        <source>the cluster lacks a topic</source>
        <translation>dem Cluster fehlt ein Topic</translation>
    </message>
    <message>
        <source>a topic stands in no spec</source>
        <translation>ein Topic steht in keiner Spec</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>ab|</source>
        <translation>ab|</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not a pattern</source>
        <translation>Kein Muster</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n match(es)</source>
        <translation>
            <numerusform>%Ln Treffer ersetzen</numerusform>
            <numerusform>%Ln Treffer ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%Ln ersetzt</numerusform>
            <numerusform>%Ln ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GlossaryModel</name>
    <message>
        <source>%1 in %2</source>
        <comment>a name, what it is in</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source> (also: %1)</source>
        <translation> (auch: %1)</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a context, a meaning</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Owner or class</source>
        <translation>Eigentümer oder Klasse</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>≠ several meanings</source>
        <translation>≠ mehrere Bedeutungen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GlossaryPage</name>
    <message>
        <source>Go to the &amp;glossary</source>
        <translation>Zum &amp;Glossar</translation>
    </message>
    <message>
        <source>Terms %1</source>
        <translation>Begriffe %1</translation>
    </message>
    <message>
        <source>Tags %1</source>
        <translation>Tags %1</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>Noch keine Wörter</translation>
    </message>
    <message>
        <source>What the company&apos;s words mean appears here once a folder is open.</source>
        <translation>Was die Wörter der Firma bedeuten, erscheint hier, sobald ein Ordner offen ist.</translation>
    </message>
    <message>
        <source>There is no glossary here</source>
        <translation>Hier gibt es kein Glossar</translation>
    </message>
    <message>
        <source>Terms and tags are written as &apos;glossary&apos; in meshwright.yaml, or in a file that it names.</source>
        <translation>Begriffe und Tags stehen unter „glossary“ in meshwright.yaml, oder in einer Datei, die dort genannt ist.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear it to see all words.</source>
        <translation>Filter leeren, um alle Wörter zu sehen.</translation>
    </message>
    <message>
        <source>Filter by word, meaning or owner</source>
        <translation>Nach Wort, Bedeutung oder Eigentümer filtern</translation>
    </message>
    <message>
        <source>Filter words</source>
        <translation>Wörter filtern</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Show terms</source>
        <translation>Begriffe zeigen</translation>
    </message>
    <message>
        <source>Show tags</source>
        <translation>Tags zeigen</translation>
    </message>
    <message>
        <source>Show words with several meanings</source>
        <translation>Wörter mit mehreren Bedeutungen zeigen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GovernanceView</name>
    <message>
        <source>Governance</source>
        <translation>Governance</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Vertical slices</source>
        <translation>Vertikale Schnitte</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GrantsModel</name>
    <message>
        <source>%1 waiting for a grant</source>
        <translation>%1 wartet auf Freigabe</translation>
    </message>
    <message>
        <source>%1 granted and read</source>
        <translation>%1 freigegeben und gelesen</translation>
    </message>
    <message>
        <source>%1 given, but nobody reads</source>
        <translation>%1 freigegeben, aber niemand liest</translation>
    </message>
    <message>
        <source>%1 reads without a declaration</source>
        <translation>%1 liest ohne Angabe</translation>
    </message>
    <message>
        <source>Granted to %1.</source>
        <translation>Freigegeben für %1.</translation>
    </message>
    <message>
        <source>Its spec says that it reads, and on the cluster nobody was seen to.</source>
        <translation>Laut seiner Spec liest er; auf dem Cluster wurde niemand dabei gesehen.</translation>
    </message>
    <message>
        <source>Read by %1.</source>
        <comment>consumer groups</comment>
        <translation>Gelesen von %1.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GrantsPage</name>
    <message numerus="yes">
        <source>Copied %n request(s).</source>
        <translation>
            <numerusform>%n Anfrage kopiert.</numerusform>
            <numerusform>%n Anfragen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the &amp;reader&apos;s line</source>
        <translation>Zur Zeile des &amp;Lesers</translation>
    </message>
    <message>
        <source>Go to the &amp;grant</source>
        <translation>Zur &amp;Freigabe</translation>
    </message>
    <message>
        <source>Go to the &amp;topic</source>
        <translation>Zum &amp;Topic</translation>
    </message>
    <message>
        <source>No grants yet</source>
        <translation>Noch keine Freigaben</translation>
    </message>
    <message>
        <source>Who asks for which protected topic appears here once a folder is open.</source>
        <translation>Wer um welches geschützte Topic bittet, erscheint hier, sobald ein Ordner offen ist.</translation>
    </message>
    <message>
        <source>Nothing is protected, or nobody asks</source>
        <translation>Nichts ist geschützt, oder niemand fragt danach</translation>
    </message>
    <message>
        <source>Protected topics appear here with those that read them, ask for them, or were granted them.</source>
        <translation>Geschützte Topics erscheinen hier mit allen, die sie lesen, um sie bitten oder eine Freigabe haben.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear it to see all grants.</source>
        <translation>Filter leeren, um alle Freigaben zu sehen.</translation>
    </message>
    <message>
        <source>Filter by reader, topic, owner or file</source>
        <translation>Nach Leser, Topic, Eigentümer oder Datei filtern</translation>
    </message>
    <message>
        <source>Filter grants</source>
        <translation>Freigaben filtern</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Show who waits for a grant</source>
        <translation>Zeigen, wer auf eine Freigabe wartet</translation>
    </message>
    <message>
        <source>Show what is granted and read</source>
        <translation>Zeigen, was freigegeben ist und gelesen wird</translation>
    </message>
    <message>
        <source>Show what is given, but nobody reads</source>
        <translation>Zeigen, was freigegeben ist, aber niemand liest</translation>
    </message>
    <message>
        <source>Show who reads without a declaration</source>
        <translation>Zeigen, wer ohne Angabe liest</translation>
    </message>
    <message>
        <source>Give the access that is asked for</source>
        <translation>Den erbetenen Zugriff geben</translation>
    </message>
    <message>
        <source>Take the grant away that nobody uses</source>
        <translation>Die Freigabe entziehen, die niemand nutzt</translation>
    </message>
    <message>
        <source>Copy the requests as Markdown</source>
        <translation>Die Anfragen als Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GraphCanvas</name>
    <message>
        <source>Graph of bounded contexts</source>
        <translation>Graph der Bounded Contexts</translation>
    </message>
    <message>
        <source>%1
%2
Principal %3</source>
        <translation>%1
%2
Principal %3</translation>
    </message>
    <message>
        <source>%1 gives to %2:</source>
        <translation>%1 liefert an %2:</translation>
    </message>
    <message>
        <source>%1 lets %2 read, which does not consume:</source>
        <translation>%1 gibt für %2 frei, was nicht konsumiert wird:</translation>
    </message>
    <message>
        <source>%1

Drag it onto a context that shall consume it.</source>
        <translation>%1

Auf einen Kontext ziehen, der es konsumieren soll.</translation>
    </message>
    <message>
        <source>%1

Drag it onto a context that shall consume a topic of it.</source>
        <translation>%1

Auf einen Kontext ziehen, der eines seiner Topics konsumieren soll.</translation>
    </message>
    <message>
        <source>%1 is read by %2, whose spec does not say so:</source>
        <translation>%1 wird von %2 gelesen, dessen Spec das nicht sagt:</translation>
    </message>
    <message>
        <source>≠ Specs and cluster disagree here: see what stands out.</source>
        <translation>≠ Specs und Cluster widersprechen sich hier: siehe Auffälliges.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GraphInquiry</name>
    <message>
        <source>Save the view &apos;%1&apos;</source>
        <translation>Ansicht „%1“ speichern</translation>
    </message>
    <message>
        <source>Delete the view &apos;%1&apos;</source>
        <translation>Ansicht „%1“ löschen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GraphLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>consumed</source>
        <translation>konsumiert</translation>
    </message>
    <message>
        <source>granted, not consumed</source>
        <translation>freigegeben, nicht konsumiert</translation>
    </message>
    <message>
        <source>several topics</source>
        <translation>mehrere Topics</translation>
    </message>
    <message>
        <source>control plane</source>
        <translation>Steuerungsebene</translation>
    </message>
    <message>
        <source>public: everybody reads</source>
        <translation>öffentlich: alle lesen</translation>
    </message>
    <message>
        <source>protected: who was granted it reads</source>
        <translation>geschützt: wer eine Freigabe hat, liest</translation>
    </message>
    <message>
        <source>private: the owner only</source>
        <translation>privat: nur der Eigentümer</translation>
    </message>
    <message>
        <source>observed on the cluster, in no spec</source>
        <translation>im Cluster beobachtet, in keiner Spec</translation>
    </message>
    <message>
        <source>specs and cluster disagree</source>
        <translation>Specs und Cluster widersprechen sich</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GraphSide</name>
    <message>
        <source>Questions to the graph</source>
        <translation>Fragen zum Graphen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Auffälliges</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::GraphView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2: owns %3 topics, consumes %4, %5 errors</source>
        <translation>%1, %2: eigene Topics: %3, konsumierte: %4, Fehler: %5</translation>
    </message>
    <message>
        <source>Find a context or topic</source>
        <translation>Kontext oder Topic suchen</translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation>Ganzen Graph einpassen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>+, or Ctrl and the wheel; the wheel alone moves</source>
        <translation>+ oder Strg und das Mausrad; das Rad allein bewegt</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>−, or Ctrl and the wheel; the wheel alone moves</source>
        <translation>− oder Strg und das Mausrad; das Rad allein bewegt</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Find a context or topic in the graph</source>
        <translation>Kontext oder Topic im Graph suchen</translation>
    </message>
    <message>
        <source>Simple layout</source>
        <translation>Einfache Anordnung</translation>
    </message>
    <message>
        <source>No bounded contexts in this folder</source>
        <translation>Keine Bounded Contexts in diesem Ordner</translation>
    </message>
    <message>
        <source>The graph of your bounded contexts</source>
        <translation>Der Graph der Bounded Contexts</translation>
    </message>
    <message>
        <source>Each AsyncAPI document with an id becomes a bounded context here.</source>
        <translation>Jedes AsyncAPI-Dokument mit einer Id wird hier zu einem Bounded Context.</translation>
    </message>
    <message>
        <source>Open a folder of AsyncAPI documents to see who produces and who consumes.</source>
        <translation>Einen Ordner mit AsyncAPI-Dokumenten öffnen, um zu sehen, wer produziert und wer konsumiert.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation>Graph exportieren</translation>
    </message>
    <message>
        <source>The graph was exported to %1.</source>
        <translation>Der Graph wurde nach %1 exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n bounded context(s)</source>
        <translation>
            <numerusform>%Ln Bounded Context</numerusform>
            <numerusform>%Ln Bounded Contexts</numerusform>
        </translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>consumed already</source>
        <translation>schon konsumiert</translation>
    </message>
    <message>
        <source>no access keyword</source>
        <translation>kein Zugriffswort</translation>
    </message>
    <message>
        <source>%1 consumes %2</source>
        <translation>%1 konsumiert %2</translation>
    </message>
    <message>
        <source>%1 consumes %2, and is granted access</source>
        <translation>%1 konsumiert %2 und bekommt die Freigabe</translation>
    </message>
    <message>
        <source>%1 owns no topic.</source>
        <translation>%1 hat kein eigenes Topic.</translation>
    </message>
    <message>
        <source>%1 consumes one of the topics of %2</source>
        <translation>%1 konsumiert eines der Topics von %2</translation>
    </message>
    <message>
        <source>%1 consumes already all that %2 offers.</source>
        <translation>%1 konsumiert schon alles, was %2 anbietet.</translation>
    </message>
    <message>
        <source>All topics of %1 are private: none can be consumed.</source>
        <translation>Alle Topics von %1 sind privat: Keines lässt sich konsumieren.</translation>
    </message>
    <message>
        <source>Which topic %1 consumes</source>
        <translation>Welches Topic %1 konsumiert</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <comment>a topic, and why it is not offered</comment>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>Filters, questions and table</source>
        <translation>Filter, Fragen und Tabelle</translation>
    </message>
    <message>
        <source>&amp;Left to right, by where data flows</source>
        <translation>Von &amp;links nach rechts, wie die Daten fließen</translation>
    </message>
    <message>
        <source>&amp;Near each other what shares data</source>
        <translation>&amp;Nah beieinander, was Daten teilt</translation>
    </message>
    <message>
        <source>&amp;Packed, by name</source>
        <translation>Ge&amp;packt, nach Namen</translation>
    </message>
    <message>
        <source>&amp;Balanced columns</source>
        <translation>Ausge&amp;wogene Spalten</translation>
    </message>
    <message>
        <source>&amp;Arrange by hand</source>
        <translation>Von Hand &amp;anordnen</translation>
    </message>
    <message>
        <source>&amp;Keep all where it is now</source>
        <translation>Alles so &amp;behalten</translation>
    </message>
    <message>
        <source>Let the layout place what is &amp;selected</source>
        <translation>Das Layout die Au&amp;swahl platzieren lassen</translation>
    </message>
    <message>
        <source>Let the layout place all again</source>
        <translation>Das Layout wieder alles platzieren lassen</translation>
    </message>
    <message>
        <source>Lay &amp;out anew</source>
        <translation>Ne&amp;u anordnen</translation>
    </message>
    <message>
        <source>Drag contexts, and domains by their ground, to where they shall stand. Ctrl and an arrow moves the selected context.</source>
        <translation>Ziehen Sie Kontexte, und Domänen an ihrer Fläche, dorthin, wo sie stehen sollen. Strg mit einem Pfeil verschiebt den ausgewählten Kontext.</translation>
    </message>
    <message>
        <source>Select a context in the graph first.</source>
        <translation>Wählen Sie zuerst einen Kontext im Graphen aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen context(s)</source>
        <translation>
            <numerusform>%n gewählter Kontext</numerusform>
            <numerusform>%n gewählte Kontexte</numerusform>
        </translation>
    </message>
    <message>
        <source>With the &amp;last commit</source>
        <translation>Mit dem &amp;letzten Commit</translation>
    </message>
    <message>
        <source>With a &amp;branch or tag</source>
        <translation>Mit einem &amp;Branch oder Tag</translation>
    </message>
    <message>
        <source>With the &amp;cluster</source>
        <translation>Mit dem &amp;Cluster</translation>
    </message>
    <message>
        <source>With the &amp;cluster of %1</source>
        <translation>Mit dem &amp;Cluster von %1</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>Ver&amp;gleich beenden</translation>
    </message>
    <message>
        <source>what differs</source>
        <translation>was sich unterscheidet</translation>
    </message>
    <message>
        <source>Layout: how contexts are placed</source>
        <translation>Layout: wie Kontexte platziert werden</translation>
    </message>
    <message>
        <source>Compare with an earlier state or the cluster</source>
        <translation>Mit einem früheren Stand oder dem Cluster vergleichen</translation>
    </message>
    <message>
        <source>Observe the cluster</source>
        <translation>Cluster beobachten</translation>
    </message>
    <message>
        <source>Live figures</source>
        <translation>Laufende Zahlen</translation>
    </message>
    <message>
        <source>Show the whole graph, without a comparison, to arrange it.</source>
        <translation>Zeigen Sie den ganzen Graphen, ohne Vergleich, um ihn anzuordnen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Gutter</name>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ImportDialog</name>
    <message>
        <source>Write to</source>
        <translation>Schreiben nach</translation>
    </message>
    <message>
        <source>Folder that the files are written to</source>
        <translation>Ordner, in den die Dateien geschrieben werden</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Folder for the specs</source>
        <translation>Ordner für die Specs</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln file(s) that (is|are) there: %1</source>
        <translation>
            <numerusform>%Ln vorhandene Datei ersetzen: %1</numerusform>
            <numerusform>%Ln vorhandene Dateien ersetzen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between files</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>There is nothing to write: see the notes.</source>
        <translation>Es gibt nichts zu schreiben: siehe die Hinweise.</translation>
    </message>
    <message>
        <source>Choose the folder that the files are written to.</source>
        <translation>Den Ordner wählen, in den die Dateien geschrieben werden.</translation>
    </message>
    <message>
        <source>This is what will be written. Look at the sharing and at the notes first.</source>
        <translation>Das wird geschrieben. Vorher die Freigaben und die Hinweise ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei schreiben</numerusform>
            <numerusform>%Ln Dateien schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the specs</source>
        <translation>Specs schreiben</translation>
    </message>
    <message>
        <source>Looking which of the files are there …</source>
        <translation>Es wird nachgesehen, welche der Dateien schon da sind …</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ImportPreview</name>
    <message>
        <source>What would be written</source>
        <translation>Was geschrieben würde</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>May be read by</source>
        <translation>Lesen dürfen</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Bekannt durch</translation>
    </message>
    <message>
        <source>Who may read what</source>
        <translation>Wer was lesen darf</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What did not come along as it was</source>
        <translation>Was nicht so mitkam, wie es war</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The file as it will be written</source>
        <translation>Die Datei, wie sie geschrieben wird</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, note</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Freigaben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Importing</name>
    <message>
        <source>&amp;Import from a cluster…</source>
        <translation>Aus einem Cluster &amp;importieren…</translation>
    </message>
    <message>
        <source>Import from &amp;JulieOps…</source>
        <translation>Aus &amp;JulieOps importieren…</translation>
    </message>
    <message>
        <source>Import from a cluster</source>
        <translation>Aus einem Cluster importieren</translation>
    </message>
    <message>
        <source>Import from JulieOps</source>
        <translation>Aus JulieOps importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1</source>
        <translation>
            <numerusform>%Ln Datei nach %1 geschrieben</numerusform>
            <numerusform>%Ln Dateien nach %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::InsightsPanel</name>
    <message>
        <source>%1: nobody reads it</source>
        <translation>%1: liest niemand</translation>
    </message>
    <message>
        <source>%1: nobody writes it</source>
        <translation>%1: schreibt niemand</translation>
    </message>
    <message>
        <source>%1: read by %2, owned by nobody here</source>
        <translation>%1: liest %2, gehört hier niemandem</translation>
    </message>
    <message>
        <source>%1: granted to %2, which does not read it</source>
        <translation>%1: für %2 freigegeben, das es nicht liest</translation>
    </message>
    <message>
        <source>The way of data from</source>
        <translation>Der Weg der Daten von</translation>
    </message>
    <message>
        <source>From a context</source>
        <translation>Von einem Kontext</translation>
    </message>
    <message>
        <source>The way of data to</source>
        <translation>Der Weg der Daten zu</translation>
    </message>
    <message>
        <source>To a context</source>
        <translation>Zu einem Kontext</translation>
    </message>
    <message>
        <source>Show the way</source>
        <translation>Weg zeigen</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Data that comes back</source>
        <translation>Daten, die zurückkommen</translation>
    </message>
    <message>
        <source>a cycle</source>
        <translation>ein Kreis</translation>
    </message>
    <message>
        <source>Contexts with many partners</source>
        <translation>Kontexte mit vielen Partnern</translation>
    </message>
    <message>
        <source>%1: reads from %2, read by %3</source>
        <translation>%1: liest von %2, gelesen von %3</translation>
    </message>
    <message>
        <source>a hub</source>
        <translation>ein Knotenpunkt</translation>
    </message>
    <message>
        <source>Contexts that share much</source>
        <translation>Kontexte, die viel teilen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: %n topic(s)</source>
        <translation>
            <numerusform>%1 und %2: %n Topic</numerusform>
            <numerusform>%1 und %2: %n Topics</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, both ways</source>
        <translation>%1, in beiden Richtungen</translation>
    </message>
    <message>
        <source>a close pair</source>
        <translation>ein enges Paar</translation>
    </message>
    <message>
        <source>Topics that lack a side</source>
        <translation>Topics, denen eine Seite fehlt</translation>
    </message>
    <message>
        <source>a topic that lacks a side</source>
        <translation>ein Topic, dem eine Seite fehlt</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>Nichts fällt auf</translation>
    </message>
    <message>
        <source>There is no bounded context &apos;%1&apos; here.</source>
        <translation>Einen Bounded Context „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>No data of %1 gets to %2.</source>
        <translation>Keine Daten von %1 gelangen zu %2.</translation>
    </message>
    <message>
        <source>the way from %1 to %2</source>
        <translation>der Weg von %1 zu %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Read, and declared by no spec</source>
        <translation>Gelesen und in keiner Spec erklärt</translation>
    </message>
    <message>
        <source>Declared, and not read</source>
        <translation>Erklärt und nicht gelesen</translation>
    </message>
    <message>
        <source>Granted, and neither declared nor read</source>
        <translation>Freigegeben, weder erklärt noch gelesen</translation>
    </message>
    <message>
        <source>Consumer groups of no context</source>
        <translation>Consumer-Gruppen ohne Kontext</translation>
    </message>
    <message>
        <source>Topics that the cluster does not show</source>
        <translation>Topics, die der Cluster nicht zeigt</translation>
    </message>
    <message>
        <source>Topics of contexts that stand in no spec</source>
        <translation>Topics von Kontexten, die in keiner Spec stehen</translation>
    </message>
    <message>
        <source>%1: read by %2</source>
        <translation>%1: von %2 gelesen</translation>
    </message>
    <message>
        <source>%1: not read by %2</source>
        <translation>%1: von %2 nicht gelesen</translation>
    </message>
    <message>
        <source>%1: granted to %2</source>
        <translation>%1: für %2 freigegeben</translation>
    </message>
    <message>
        <source>a mismatch</source>
        <translation>ein Widerspruch</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::JulieSource</name>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>a folder, or files with ; between them</source>
        <translation>ein Ordner, oder Dateien mit ; dazwischen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien…</translation>
    </message>
    <message>
        <source>Properties file</source>
        <translation>Properties-Datei</translation>
    </message>
    <message>
        <source>topology-builder.properties (may stay empty)</source>
        <translation>topology-builder.properties (darf leer bleiben)</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Descriptors of JulieOps</source>
        <translation>Deskriptoren von JulieOps</translation>
    </message>
    <message>
        <source>Descriptors (*.yaml *.yml *.json)</source>
        <translation>Deskriptoren (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Folder of JulieOps&apos;s descriptors</source>
        <translation>Ordner mit Deskriptoren von JulieOps</translation>
    </message>
    <message>
        <source>Properties file of JulieOps</source>
        <translation>Properties-Datei von JulieOps</translation>
    </message>
    <message>
        <source>Properties (*.properties);;All files (*)</source>
        <translation>Properties (*.properties);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the descriptors …</source>
        <translation>Die Deskriptoren werden gelesen …</translation>
    </message>
    <message>
        <source>Choose the descriptors of JulieOps. Plans and schemas are found beside them; where a properties file is given, it says how topics are named.</source>
        <translation>Die Deskriptoren von JulieOps wählen. Pläne und Schemas werden daneben gefunden; eine Properties-Datei sagt, wie Topics heißen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::LookBar</name>
    <message>
        <source>Back to the look before</source>
        <translation>Zurück zur Ansicht davor</translation>
    </message>
    <message>
        <source>Back to the look before (Esc)</source>
        <translation>Zurück zur Ansicht davor (Esc)</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Leave the rest out of the picture</source>
        <translation>Den Rest im Bild weglassen</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>How many steps from the context</source>
        <translation>Wie viele Schritte vom Kontext aus</translation>
    </message>
    <message>
        <source>In which direction</source>
        <translation>In welche Richtung</translation>
    </message>
    <message>
        <source>Towards those that its data comes from, or towards those that read it</source>
        <translation>Zu denen, von denen die Daten kommen, oder zu denen, die sie lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>All the way</source>
        <translation>Bis zum Ende</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Stromauf</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>Stromab</translation>
    </message>
    <message>
        <source>around %1</source>
        <translation>um %1</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n Filter</numerusform>
            <numerusform>%n Filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bounded context(s)</source>
        <translation>
            <numerusform>%n Bounded Context</numerusform>
            <numerusform>%n Bounded Contexts</numerusform>
        </translation>
    </message>
    <message>
        <source>All › %1: %2</source>
        <comment>what the graph shows, and how many contexts that are</comment>
        <translation>Alle › %1: %2</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::MainWindow</name>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;New bounded context…</source>
        <translation>&amp;Neuer Bounded Context…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;all</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>&amp;Close file</source>
        <translation>Datei sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Erse&amp;tzen…</translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>&amp;Quick fix…</source>
        <translation>Schnellk&amp;orrektur…</translation>
    </message>
    <message>
        <source>F&amp;old</source>
        <translation>&amp;Zuklappen</translation>
    </message>
    <message>
        <source>Unfo&amp;ld</source>
        <translation>Au&amp;fklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>&amp;All actions…</source>
        <translation>&amp;Alle Aktionen…</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>Zu &amp;Zeile gehen…</translation>
    </message>
    <message>
        <source>&amp;Path at the caret</source>
        <translation>&amp;Pfad an der Schreibmarke</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>Show &amp;explorer</source>
        <translation>&amp;Explorer zeigen</translation>
    </message>
    <message>
        <source>Show or &amp;hide the lower views</source>
        <translation>&amp;Untere Ansichten ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>Gete&amp;ilt</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>G&amp;raph</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>Sprache: wie das System</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>The window will speak %1 when Meshwright is started again.</source>
        <translation>Nach dem nächsten Start von Meshwright spricht das Fenster %1.</translation>
    </message>
    <message>
        <source>The window speaks %1.</source>
        <translation>Das Fenster spricht %1.</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Meshwright</source>
        <translation>Ü&amp;ber Meshwright</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>%1 changed on the disk and was reloaded.</source>
        <translation>%1 hat sich auf der Platte geändert und wurde neu geladen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed on the disk and were reloaded.</source>
        <translation>
            <numerusform>%Ln Datei hat sich auf der Platte geändert und wurde neu geladen.</numerusform>
            <numerusform>%Ln Dateien haben sich auf der Platte geändert und wurden neu geladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was renamed to %2.</source>
        <translation>%1 heißt jetzt %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) renamed.</source>
        <translation>
            <numerusform>%Ln Datei umbenannt.</numerusform>
            <numerusform>%Ln Dateien umbenannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s).</source>
        <translation>
            <numerusform>%Ln neue Datei.</numerusform>
            <numerusform>%Ln neue Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>%Ln Datei entfernt.</numerusform>
            <numerusform>%Ln Dateien entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with unsaved edits await your choice.</source>
        <translation>
            <numerusform>%Ln Datei mit ungespeicherten Änderungen wartet auf eine Entscheidung.</numerusform>
            <numerusform>%Ln Dateien mit ungespeicherten Änderungen warten auf eine Entscheidung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s)</source>
        <translation>
            <numerusform>%Ln Datei gespeichert</numerusform>
            <numerusform>%Ln Dateien gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1[*] – Meshwright</source>
        <translation>%1[*] – Meshwright</translation>
    </message>
    <message>
        <source>Meshwright</source>
        <translation>Meshwright</translation>
    </message>
    <message>
        <source>Open the sam&amp;ple</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>To&amp;ggle comment</source>
        <translation>Ko&amp;mmentar umschalten</translation>
    </message>
    <message>
        <source>P&amp;revious problem</source>
        <translation>&amp;Voriges Problem</translation>
    </message>
    <message>
        <source>Show p&amp;roblems</source>
        <translation>&amp;Probleme zeigen</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>Lower views</source>
        <translation>Untere Ansichten</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Einstellun&amp;gen…</translation>
    </message>
    <message>
        <source>Next part of the &amp;window</source>
        <translation>Nächster Teil des &amp;Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>There are no AsyncAPI specs in %1. Begin with File, New bounded context or Import, or open another folder or the sample.</source>
        <translation>In %1 gibt es keine AsyncAPI-Specs. Mit Datei, Neuer Bounded Context oder Importieren beginnen, oder einen anderen Ordner oder das Beispiel öffnen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::MessageTree</name>
    <message>
        <source>Messages and their fields</source>
        <translation>Nachrichten und ihre Felder</translation>
    </message>
    <message>
        <source>Message, field</source>
        <translation>Nachricht, Feld</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>no payload</source>
        <translation>keine Payload</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Every message has it</source>
        <translation>Jede Nachricht hat es</translation>
    </message>
    <message>
        <source>A message may lack it</source>
        <translation>Eine Nachricht kann ohne es auskommen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Minimap</name>
    <message>
        <source>The whole graph, small</source>
        <translation>Der ganze Graph, klein</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Navigator</name>
    <message>
        <source>&amp;Search everywhere…</source>
        <translation>Überall &amp;suchen…</translation>
    </message>
    <message>
        <source>Copy a link to this line</source>
        <translation>Link zu dieser Zeile kopieren</translation>
    </message>
    <message>
        <source>No file is open to link to.</source>
        <translation>Es ist keine Datei offen, zu der ein Link führen könnte.</translation>
    </message>
    <message>
        <source>Copy a link to the selected context or topic</source>
        <translation>Link zum gewählten Kontext oder Topic kopieren</translation>
    </message>
    <message>
        <source>No context or topic is selected.</source>
        <translation>Kein Kontext oder Topic ist ausgewählt.</translation>
    </message>
    <message>
        <source>Copy a link to the selected problem</source>
        <translation>Link zum gewählten Problem kopieren</translation>
    </message>
    <message>
        <source>No problem is selected in the list.</source>
        <translation>In der Liste ist kein Problem ausgewählt.</translation>
    </message>
    <message>
        <source>Copy a link to the plan</source>
        <translation>Link zum Plan kopieren</translation>
    </message>
    <message>
        <source>No folder is open to plan for.</source>
        <translation>Es ist kein Ordner offen, für den geplant werden könnte.</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Der Link ist kopiert.</translation>
    </message>
    <message>
        <source>The problem %1 is no longer found there.</source>
        <translation>Das Problem %1 ist dort nicht mehr zu finden.</translation>
    </message>
    <message>
        <source>There is no topic %1 here.</source>
        <translation>Hier gibt es kein Topic %1.</translation>
    </message>
    <message>
        <source>There is no context %1 here.</source>
        <translation>Hier gibt es keinen Kontext %1.</translation>
    </message>
    <message>
        <source>There is no file %1 here.</source>
        <translation>Hier gibt es keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 has no line %2 any more.</source>
        <translation>%1 hat keine Zeile %2 mehr.</translation>
    </message>
    <message>
        <source>Copy a link to what the graph shows</source>
        <translation>Link zu dem kopieren, was der Graph zeigt</translation>
    </message>
    <message>
        <source>The graph shows an answer, which has no link: focus or filter instead.</source>
        <translation>Der Graph zeigt eine Antwort, die keinen Link hat: stattdessen fokussieren oder filtern.</translation>
    </message>
    <message>
        <source>There is no view %1 here.</source>
        <translation>Hier gibt es keine Ansicht %1.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::NewSpecDialog</name>
    <message>
        <source>New bounded context</source>
        <translation>Neuer Bounded Context</translation>
    </message>
    <message>
        <source>Domain id</source>
        <translation>Domänen-Id</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>AsyncAPI</source>
        <translation>AsyncAPI</translation>
    </message>
    <message>
        <source>First topic</source>
        <translation>Erstes Topic</translation>
    </message>
    <message>
        <source>sale (may stay empty)</source>
        <translation>sale (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Type of the first topic</source>
        <translation>Typ des ersten Topics</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The spec as it will be written</source>
        <translation>Die Spec, wie sie geschrieben wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create spec</source>
        <translation>Spec anlegen</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>This is what will be written:</source>
        <translation>Das wird geschrieben:</translation>
    </message>
    <message>
        <source>The id names the bounded context, its principal and all its topics: domain and service, by what they do.</source>
        <translation>Die Id benennt den Bounded Context, seinen Principal und alle seine Topics: Domäne und Service, nach dem, was sie tun.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::NoticeBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ObservationBar</name>
    <message>
        <source>%1 is a sandbox, which runs no consumers: no reading can be observed there. Choose an environment with a Kafka cluster in the window&apos;s tool bar.</source>
        <translation>%1 ist eine Sandbox, in der keine Consumer laufen: Dort lässt sich kein Lesen beobachten. In der Werkzeugleiste des Fensters eine Umgebung mit einem Kafka-Cluster wählen.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>an environment, and the time of day</comment>
        <translation>%1 um %2</translation>
    </message>
    <message numerus="yes">
        <source>%n consumer group(s)</source>
        <translation>
            <numerusform>%n Consumer-Gruppe</numerusform>
            <numerusform>%n Consumer-Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mismatch(es)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) that could not be read</source>
        <translation>
            <numerusform>%n Gruppe, die nicht lesbar war</numerusform>
            <numerusform>%n Gruppen, die nicht lesbar waren</numerusform>
        </translation>
    </message>
    <message>
        <source>there may be groups that this user may not see</source>
        <translation>es kann Gruppen geben, die dieser Benutzer nicht sehen darf</translation>
    </message>
    <message>
        <source>No environment is chosen, so there is no cluster to observe. Choose or add one in the window&apos;s tool bar.</source>
        <translation>Es ist keine Umgebung gewählt, also gibt es keinen Cluster zu beobachten. In der Werkzeugleiste des Fensters eine wählen oder hinzufügen.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 war nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 could not be read: %2 What is shown is of %3.</source>
        <translation>%1 war nicht lesbar: %2 Gezeigt wird der Stand von %3.</translation>
    </message>
    <message>
        <source>Reading the consumer groups of %1 …</source>
        <translation>Consumer-Gruppen von %1 werden gelesen …</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::OutlineModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::OutlineView</name>
    <message>
        <source>Filter the outline</source>
        <translation>Gliederung filtern</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Nothing to outline</source>
        <translation>Nichts zu gliedern</translation>
    </message>
    <message>
        <source>Open a YAML or JSON file to see what it holds.</source>
        <translation>Eine YAML- oder JSON-Datei öffnen, um zu sehen, was darin steht.</translation>
    </message>
    <message>
        <source>Outline of the file</source>
        <translation>Gliederung der Datei</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PlanController</name>
    <message>
        <source>A plan is being applied.</source>
        <translation>Ein Plan wird angewendet.</translation>
    </message>
    <message>
        <source>There is no plan to apply: make one first.</source>
        <translation>Es gibt keinen Plan zum Anwenden: zuerst einen machen.</translation>
    </message>
    <message>
        <source>The plan has errors: mend them, then plan again.</source>
        <translation>Der Plan hat Fehler: diese beheben, dann neu planen.</translation>
    </message>
    <message>
        <source>There is nothing to apply.</source>
        <translation>Es gibt nichts anzuwenden.</translation>
    </message>
    <message>
        <source>The specs changed since this plan was made: plan again.</source>
        <translation>Die Specs haben sich seit diesem Plan geändert: neu planen.</translation>
    </message>
    <message>
        <source>Type the environment&apos;s name, %1, to apply there.</source>
        <translation>Den Namen der Umgebung, %1, eintippen, um dort anzuwenden.</translation>
    </message>
    <message>
        <source>This environment is read-only: nothing is ever written there.</source>
        <translation>Diese Umgebung ist nur zum Lesen: dort wird nie etwas geschrieben.</translation>
    </message>
    <message>
        <source>%1 is in use: %2. Agree that it goes, or take it out of the plan.</source>
        <translation>%1 ist in Benutzung: %2. Zustimmen, dass es gelöscht wird, oder es aus dem Plan nehmen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PlanHeader</name>
    <message>
        <source>Filter the plan</source>
        <translation>Plan filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Reads the cluster again and compares it with what the specs say now</source>
        <translation>Liest den Cluster neu und vergleicht ihn mit dem, was die Specs jetzt sagen</translation>
    </message>
    <message>
        <source>Copy and save</source>
        <translation>Kopieren und speichern</translation>
    </message>
    <message>
        <source>Copy or save the plan as JSON, and the report of what was applied</source>
        <translation>Den Plan als JSON kopieren oder speichern, und den Bericht über das Angewendete</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Outdated: the specs changed since this plan was made</source>
        <translation>Veraltet: Die Specs haben sich seit diesem Plan geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved file(s) (is|are) part of this plan</source>
        <translation>
            <numerusform>%Ln ungespeicherte Datei ist Teil dieses Plans</numerusform>
            <numerusform>%Ln ungespeicherte Dateien sind Teil dieses Plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PlanModel</name>
    <message>
        <source>Not in this plan</source>
        <translation>Nicht in diesem Plan</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>Kein Kontext</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why: %1 (%2)</source>
        <translation>Warum: %1 (%2)</translation>
    </message>
    <message>
        <source>Mind: %1</source>
        <translation>Achtung: %1</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>→ After</source>
        <translation>→ Nachher</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>Richtlinie: %1</translation>
    </message>
    <message>
        <source>Loses: %1</source>
        <translation>Verliert: %1</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>In Benutzung: %1</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PlanTree</name>
    <message>
        <source>The plan&apos;s changes</source>
        <translation>Die Änderungen des Plans</translation>
    </message>
    <message>
        <source>widens access</source>
        <translation>erweitert Zugriff</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PlanView</name>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Its topics and access rules are read, and compared with what the specs ask for. Nothing is written.</source>
        <translation>Die Topics und Zugriffsregeln werden gelesen und mit dem verglichen, was die Specs verlangen. Geschrieben wird nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 war nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Noch kein Plan</translation>
    </message>
    <message>
        <source>Open a folder with specs. Then this shows what provisioning them would change on a cluster, before anything is changed.</source>
        <translation>Einen Ordner mit Specs öffnen. Dann steht hier, was das Bereitstellen auf einem Cluster ändern würde, bevor irgendetwas geändert wird.</translation>
    </message>
    <message>
        <source>This will show what provisioning %1 would create, change and delete, each with its risk and the line that asks for it. Making a plan writes nothing.</source>
        <translation>Hier wird stehen, was das Bereitstellen in %1 anlegen, ändern und löschen würde, jeweils mit dem Risiko und der Zeile, die es verlangt. Einen Plan zu machen, schreibt nichts.</translation>
    </message>
    <message>
        <source>Provision %1</source>
        <translation>%1 bereitstellen</translation>
    </message>
    <message>
        <source>Copy the plan as JSON</source>
        <translation>Plan als JSON kopieren</translation>
    </message>
    <message>
        <source>Save the plan as JSON…</source>
        <translation>Plan als JSON speichern…</translation>
    </message>
    <message>
        <source>Save the report of what was applied…</source>
        <translation>Bericht über das Angewendete speichern…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Applying to %1: %L2 of %L3</source>
        <translation>Wird in %1 angewendet: %L2 von %L3</translation>
    </message>
    <message>
        <source>Applying to %1: %L2 of %L3, %L4 failed</source>
        <translation>Wird in %1 angewendet: %L2 von %L3, %L4 gescheitert</translation>
    </message>
    <message>
        <source>Compare the schema&apos;s versions…</source>
        <translation>Versionen des Schemas vergleichen …</translation>
    </message>
    <message>
        <source>Schema of %1</source>
        <translation>Schema von %1</translation>
    </message>
    <message>
        <source>What the registry has of %1, and what the plan registers.</source>
        <translation>Was die Registry von %1 hat, und was der Plan registriert.</translation>
    </message>
    <message>
        <source>The registry has nothing of %1 yet; this is registered.</source>
        <translation>Die Registry hat noch nichts von %1; dies wird registriert.</translation>
    </message>
    <message>
        <source>What the run had sent is looked for, to see what is left of it. Nothing is written.</source>
        <translation>Es wird nachgesehen, was der Lauf gesendet hatte und was von ihm übrig ist. Geschrieben wird nichts.</translation>
    </message>
    <message>
        <source>Outdated: the specs changed since this plan was made</source>
        <translation>Veraltet: Die Specs haben sich seit diesem Plan geändert</translation>
    </message>
    <message>
        <source>Before that: %1. %2.</source>
        <translation>Davor galt: %1. %2.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PoliciesModel</name>
    <message>
        <source>! %1</source>
        <translation>! %1</translation>
    </message>
    <message>
        <source>not declared</source>
        <translation>nicht deklariert</translation>
    </message>
    <message>
        <source>! %1 is set otherwise by %2</source>
        <translation>! %1 setzt %2 anders</translation>
    </message>
    <message>
        <source>§ %1: %2 → %3</source>
        <translation>§ %1: %2 → %3</translation>
    </message>
    <message>
        <source>– holds in %1 alone</source>
        <translation>– gilt nur in %1</translation>
    </message>
    <message>
        <source>– for who runs quality rules</source>
        <translation>– für die, die Qualitätsregeln ausführen</translation>
    </message>
    <message>
        <source>– run by %1</source>
        <translation>– ausgeführt von %1</translation>
    </message>
    <message>
        <source>✓ nothing to do</source>
        <translation>✓ nichts zu tun</translation>
    </message>
    <message>
        <source>– means no topic</source>
        <translation>– betrifft kein Topic</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::PoliciesPage</name>
    <message>
        <source>No policies yet</source>
        <translation>Noch keine Richtlinien</translation>
    </message>
    <message>
        <source>What policies mean for topics appears here once a folder is open.</source>
        <translation>Was Richtlinien für Topics bedeuten, erscheint hier, sobald ein Ordner offen ist.</translation>
    </message>
    <message>
        <source>No policies</source>
        <translation>Keine Richtlinien</translation>
    </message>
    <message>
        <source>Name policy files in meshwright.yaml, such as policies: [builtin:pii].</source>
        <translation>Nennen Sie Richtliniendateien in meshwright.yaml, etwa policies: [builtin:pii].</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear it to see all policies.</source>
        <translation>Leeren Sie ihn, um alle Richtlinien zu sehen.</translation>
    </message>
    <message>
        <source>Filter by policy, topic or value</source>
        <translation>Nach Richtlinie, Topic oder Wert filtern</translation>
    </message>
    <message>
        <source>Filter policies</source>
        <translation>Richtlinien filtern</translation>
    </message>
    <message>
        <source>Policies and what they mean for topics</source>
        <translation>Richtlinien und was sie für Topics bedeuten</translation>
    </message>
    <message>
        <source>Show what breaks a policy</source>
        <translation>Zeigen, was einer Richtlinie widerspricht</translation>
    </message>
    <message>
        <source>Show values that policies set</source>
        <translation>Werte zeigen, die Richtlinien setzen</translation>
    </message>
    <message>
        <source>Show where nothing is to be done, and quality rules</source>
        <translation>Zeigen, wo nichts zu tun ist, und Qualitätsregeln</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ProblemsModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Allowed (%1): %2</source>
        <translation>Erlaubt (%1): %2</translation>
    </message>
    <message>
        <source>Double-click: what the rule asks for, and why</source>
        <translation>Doppelklick: was die Regel verlangt, und warum</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Filter problems</source>
        <translation>Probleme filtern</translation>
    </message>
    <message>
        <source>Filter by text, rule or file</source>
        <translation>Nach Text, Regel oder Datei filtern</translation>
    </message>
    <message>
        <source>Show errors</source>
        <translation>Fehler zeigen</translation>
    </message>
    <message>
        <source>Show warnings</source>
        <translation>Warnungen zeigen</translation>
    </message>
    <message>
        <source>Show hints</source>
        <translation>Hinweise zeigen</translation>
    </message>
    <message>
        <source>Nothing to check yet</source>
        <translation>Noch nichts zu prüfen</translation>
    </message>
    <message>
        <source>Findings of the rules appear here once a folder is open.</source>
        <translation>Die Befunde der Regeln erscheinen hier, sobald ein Ordner offen ist.</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Nichts zu prüfen</translation>
    </message>
    <message>
        <source>There are no AsyncAPI specs in this folder.</source>
        <translation>In diesem Ordner gibt es keine AsyncAPI-Specs.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>All %n spec(s) follow the rules.</source>
        <translation>
            <numerusform>Die %Ln Spec folgt den Regeln.</numerusform>
            <numerusform>Alle %Ln Specs folgen den Regeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear it to see all findings.</source>
        <translation>Den Filter leeren, um alle Befunde zu sehen.</translation>
    </message>
    <message>
        <source>Go to the &amp;place</source>
        <translation>Zur &amp;Stelle gehen</translation>
    </message>
    <message>
        <source>&amp;Copy the message</source>
        <translation>Meldung &amp;kopieren</translation>
    </message>
    <message>
        <source>Show findings that comments allow</source>
        <translation>Befunde zeigen, die Kommentare erlauben</translation>
    </message>
    <message>
        <source>Allow this finding</source>
        <translation>Diesen Befund erlauben</translation>
    </message>
    <message>
        <source>Why may it stay? The reason is written above its line.</source>
        <translation>Warum darf er bleiben? Der Grund wird über seine Zeile geschrieben.</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <source>&amp;What the rule asks for</source>
        <translation>&amp;Was die Regel verlangt</translation>
    </message>
    <message>
        <source>&amp;Allow here…</source>
        <translation>Hier &amp;erlauben …</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Recovery</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Unsaved edits of an earlier run are kept for: %1. Open the folder to see them.</source>
        <translation>Nicht gespeicherte Änderungen eines früheren Laufs sind aufbewahrt für: %1. Beim Öffnen des Ordners sind sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RecoveryDialog</name>
    <message>
        <source>Recovered edits</source>
        <translation>Gerettete Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with edits that were not saved</source>
        <translation>
            <numerusform>%Ln Datei mit Änderungen, die nicht gespeichert wurden</numerusform>
            <numerusform>%Ln Dateien mit Änderungen, die nicht gespeichert wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>Meshwright ended before they were saved. The files on the disk are as they were: restoring puts the edits back into the editor, unsaved.</source>
        <translation>Meshwright endete, bevor sie gespeichert wurden. Die Dateien auf der Platte sind unverändert: Wiederherstellen bringt die Änderungen ungespeichert in den Editor zurück.</translation>
    </message>
    <message>
        <source>Restore &amp;all</source>
        <translation>&amp;Alle wiederherstellen</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>Recovered files</source>
        <translation>Gerettete Dateien</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Edited %1. From what is on the disk to what was typed: %2 added, %3 removed.</source>
        <translation>Bearbeitet %1. Vom Stand auf der Platte zum Getippten: %2 hinzugefügt, %3 entfernt.</translation>
    </message>
    <message>
        <source>The file is no longer on the disk.</source>
        <translation>Die Datei ist nicht mehr auf der Platte.</translation>
    </message>
    <message>
        <source>The file was changed on the disk since these edits began.</source>
        <translation>Die Datei wurde auf der Platte geändert, seit diese Änderungen begannen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RegistryFields</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>https://registry.example (empty: there is none)</source>
        <translation>https://registry.example (leer: es gibt keine)</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>user and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation>die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>a file (may stay empty)</source>
        <translation>eine Datei (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>Passwort des Schlüssels</translation>
    </message>
    <message>
        <source>${env:NAME} (may stay empty)</source>
        <translation>${env:NAME} (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>as each subject has it</source>
        <translation>wie jedes Subject sie hat</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>Widerrufene Zertifikate</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RenameDialog</name>
    <message numerus="yes">
        <source>… and %n line(s) more</source>
        <translation>
            <numerusform>… und %Ln weitere Zeile</numerusform>
            <numerusform>… und %Ln weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>What to rename</source>
        <translation>Was umbenannt wird</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>The lines that change</source>
        <translation>Die Zeilen, die sich ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename everywhere</source>
        <translation>Überall umbenennen</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message numerus="yes">
        <source>It stands at %n place(s). Type the new name to see what changes.</source>
        <translation>
            <numerusform>Der Name steht an %Ln Stelle. Den neuen Namen eintippen, um zu sehen, was sich ändert.</numerusform>
            <numerusform>Der Name steht an %Ln Stellen. Den neuen Namen eintippen, um zu sehen, was sich ändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>It changes %1 in %2. One step of undo takes it all back, saved or not.</source>
        <translation>Das ändert %1 in %2. Ein Schritt Rückgängig nimmt alles zurück, gespeichert oder nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>%1 is %2 now, in %3.</source>
        <translation>%1 heißt jetzt %2, in %3.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ResumeBar</name>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Reads the cluster and shows what is left. Nothing is written yet.</source>
        <translation>Liest den Cluster und zeigt, was übrig ist. Noch wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the run that did not end, without going on with it</source>
        <translation>Den nicht beendeten Lauf schließen, ohne ihn fortzusetzen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RuleDialog</name>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RunItemsModel</name>
    <message>
        <source>%1 %2</source>
        <comment>create, topic</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RunsModel</name>
    <message>
        <source>did not end</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>not all done</source>
        <translation>nicht alles erledigt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>closed without going on</source>
        <translation>geschlossen, ohne fortzusetzen</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <comment>done, all</comment>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a user, a host</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::RunsPage</name>
    <message>
        <source>✓ The trail is as it was written.</source>
        <translation>✓ Die Spur ist, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>✕ The trail is not as it was written. Line %L1: %2</source>
        <translation>✕ Die Spur ist nicht, wie sie geschrieben wurde. Zeile %L1: %2</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Who applied what, when and where appears here once a plan was applied, by the window or by mw.</source>
        <translation>Wer was wann wo angewendet hat, erscheint hier, sobald ein Plan angewendet wurde, im Fenster oder mit mw.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear it to see all runs.</source>
        <translation>Leeren Sie ihn, um alle Läufe zu sehen.</translation>
    </message>
    <message>
        <source>Filter by environment, outcome or user</source>
        <translation>Nach Umgebung, Ergebnis oder Person filtern</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Items of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
    <message>
        <source>Close the run that did not end, without going on with it</source>
        <translation>Den nicht beendeten Lauf schließen, ohne ihn fortzusetzen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Open the folder of this run first: %1</source>
        <translation>Zuerst den Ordner dieses Laufs öffnen: %1</translation>
    </message>
    <message>
        <source>meshwright.yaml has no environment %1 any more.</source>
        <translation>meshwright.yaml hat keine Umgebung %1 mehr.</translation>
    </message>
    <message>
        <source>Go on with the run that did not end: shows what is left of it</source>
        <translation>Den nicht beendeten Lauf fortsetzen: zeigt, was von ihm übrig ist</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SearchPopup</name>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Search contexts, topics, fields, files, actions …</source>
        <translation>Kontexte, Topics, Felder, Dateien, Aktionen suchen …</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>t: topics · d: domains and contexts · f: fields · p: principals · m: messages · r: rules · s: settings · a: actions</source>
        <translation>t: Topics · d: Domänen und Kontexte · f: Felder · p: Principals · m: Nachrichten · r: Regeln · s: Einstellungen · a: Aktionen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The workspace is still being read.</source>
        <translation>Der Ordner wird noch gelesen.</translation>
    </message>
    <message>
        <source>There is no glossary here: it is written as &apos;glossary&apos; in meshwright.yaml.</source>
        <translation>Hier gibt es kein Glossar: Es steht als „glossary“ in meshwright.yaml.</translation>
    </message>
    <message>
        <source>Nothing here has such a name.</source>
        <translation>Nichts hier hat einen solchen Namen.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SearchView</name>
    <message>
        <source>Find in all files</source>
        <translation>In allen Dateien suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>ab|</source>
        <translation>ab|</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replaces what is ticked, as one step of undo</source>
        <translation>Ersetzt das Angehakte, als ein Schritt für Rückgängig</translation>
    </message>
    <message>
        <source>Places with the text</source>
        <translation>Stellen mit dem Text</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>the first %n match(es)</source>
        <translation>
            <numerusform>der erste Treffer</numerusform>
            <numerusform>die ersten %Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a text in all files</source>
        <translation>Einen Text in allen Dateien suchen</translation>
    </message>
    <message>
        <source>Type it above. What it would be replaced with is shown at each place before anything changes.</source>
        <translation>Oben eintippen. Womit ersetzt würde, wird an jeder Stelle gezeigt, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>Kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>No file has it</source>
        <translation>In keiner Datei</translation>
    </message>
    <message>
        <source>Nothing in this folder fits.</source>
        <translation>In diesem Ordner passt nichts.</translation>
    </message>
    <message>
        <source>The file has changed since: searching again</source>
        <translation>Die Datei hat sich seither geändert: Es wird neu gesucht</translation>
    </message>
    <message>
        <source>A file has changed since: searching again</source>
        <translation>Eine Datei hat sich seither geändert: Es wird neu gesucht</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n match(es)</source>
        <translation>
            <numerusform>%Ln Treffer ersetzen</numerusform>
            <numerusform>%Ln Treffer ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced; undo takes all back</source>
        <translation>
            <numerusform>%Ln Stelle ersetzt; Rückgängig nimmt alles zurück</numerusform>
            <numerusform>%Ln Stellen ersetzt; Rückgängig nimmt alles zurück</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SecretField</name>
    <message>
        <source>Keep it in the keychain</source>
        <translation>Im Schlüsselbund ablegen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SecurityFields</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>left to the client (PLAINTEXT)</source>
        <translation>dem Client überlassen (PLAINTEXT)</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen…</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token endpoint</source>
        <translation>Token-Endpunkt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Client&apos;s secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>kafka (may stay empty)</source>
        <translation>kafka (darf leer bleiben)</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation>die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>a file (may stay empty)</source>
        <translation>eine Datei (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>Passwort des Schlüssels</translation>
    </message>
    <message>
        <source>${env:NAME} (may stay empty)</source>
        <translation>${env:NAME} (darf leer bleiben)</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Session</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>%1 neu laden</translation>
    </message>
    <message numerus="yes">
        <source>Reload %n file(s)</source>
        <translation>
            <numerusform>%Ln Datei neu laden</numerusform>
            <numerusform>%Ln Dateien neu laden</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the unsaved text of %1</source>
        <translation>Ungespeicherten Text von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>%1 was changed by another program too: choose which version to keep, then save.</source>
        <translation>%1 wurde auch von einem anderen Programm geändert: wählen, welche Fassung bleibt, dann speichern.</translation>
    </message>
    <message>
        <source>Another program changed %1: %2 Move that file away, then save again.</source>
        <translation>Ein anderes Programm hat %1 geändert: %2 Jene Datei wegräumen, dann noch einmal speichern.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Your text is kept here; the file is as it was.</source>
        <translation>%1 konnte nicht gespeichert werden: %2. Der Text bleibt hier erhalten; die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>%1 could not be deleted: %2. It is as it was.</source>
        <translation>%1 konnte nicht gelöscht werden: %2. Die Datei ist unverändert.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reduce motion: nothing blinks or fades</source>
        <translation>Weniger Bewegung: nichts blinkt oder blendet</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>The system&apos;s fixed-width font</source>
        <translation>Die Festbreitenschrift des Systems</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>As the rest of the window</source>
        <translation>Wie das übrige Fenster</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open the last folder</source>
        <translation>Den letzten Ordner öffnen</translation>
    </message>
    <message>
        <source>Bring back a folder&apos;s files and views as they were left</source>
        <translation>Dateien und Ansichten eines Ordners wiederherstellen, wie sie verlassen wurden</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnete Ordner</translation>
    </message>
    <message>
        <source>Restore the defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n Ordner</numerusform>
            <numerusform>%n Ordner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwright::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Tastenkürzel filtern</translation>
    </message>
    <message>
        <source>Filter by name or key</source>
        <translation>Nach Name oder Taste filtern</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In the graph, dragging and the wheel move the picture; Ctrl and the wheel zoom it.</source>
        <translation>Im Graph bewegen Ziehen und Mausrad das Bild; Strg und das Rad vergrößern es.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SlicesModel</name>
    <message>
        <source>%1 %2</source>
        <comment>a sign and a value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 not declared</source>
        <comment>a sign</comment>
        <translation>%1 nicht angegeben</translation>
    </message>
    <message>
        <source>%1: it is to be %2</source>
        <translation>%1: es soll %2 sein</translation>
    </message>
    <message>
        <source>The spec has to declare it as %1.</source>
        <translation>Die Spec muss es als %1 angeben.</translation>
    </message>
    <message>
        <source>The spec can declare it as %1.</source>
        <translation>Die Spec kann es als %1 angeben.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SlicesPage</name>
    <message>
        <source>No slices yet</source>
        <translation>Noch keine Schnitte</translation>
    </message>
    <message>
        <source>What belongs to each context appears here once a folder is open.</source>
        <translation>Was zu jedem Kontext gehört, erscheint hier, sobald ein Ordner offen ist.</translation>
    </message>
    <message>
        <source>No contexts</source>
        <translation>Keine Kontexte</translation>
    </message>
    <message>
        <source>There are no AsyncAPI specs in this folder.</source>
        <translation>In diesem Ordner sind keine AsyncAPI-Specs.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear it to see all contexts.</source>
        <translation>Filter leeren, um alle Kontexte zu sehen.</translation>
    </message>
    <message>
        <source>Filter by context or value</source>
        <translation>Nach Kontext oder Wert filtern</translation>
    </message>
    <message>
        <source>Filter contexts</source>
        <translation>Kontexte filtern</translation>
    </message>
    <message>
        <source>Vertical slices</source>
        <translation>Vertikale Schnitte</translation>
    </message>
    <message>
        <source>Show only contexts with a name that differs</source>
        <translation>Nur Kontexte mit einem abweichenden Namen zeigen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::StatusBar</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1 · CRLF</source>
        <translation>%1 · CRLF</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::SymbolNavigator</name>
    <message>
        <source>There is no name of a topic, context, message, schema or tag at the caret.</source>
        <translation>An der Schreibmarke steht kein Name eines Topics, Kontexts, Schemas oder Tags und keiner Nachricht.</translation>
    </message>
    <message>
        <source>%1 is declared in none of the files here.</source>
        <translation>%1 ist in keiner der Dateien hier deklariert.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::TablePage</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::TopicPanel</name>
    <message>
        <source>What the topic is for</source>
        <translation>Wozu das Topic dient</translation>
    </message>
    <message>
        <source>Description of the topic</source>
        <translation>Beschreibung des Topics</translation>
    </message>
    <message>
        <source>For somebody who meets it for the first time</source>
        <translation>Für alle, die es zum ersten Mal sehen</translation>
    </message>
    <message>
        <source>Kafka&apos;s settings</source>
        <translation>Kafka-Einstellungen</translation>
    </message>
    <message>
        <source>Settings of the topic</source>
        <translation>Einstellungen des Topics</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Setzen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Who was granted access</source>
        <translation>Wer Zugriff erhalten hat</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das heißt</translation>
    </message>
    <message>
        <source>Grant…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tags of the topic</source>
        <translation>Tags des Topics</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation>Tag hinzufügen…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Add message…</source>
        <translation>Nachricht hinzufügen…</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>Feld hinzufügen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>no known context</source>
        <translation>kein bekannter Kontext</translation>
    </message>
    <message>
        <source>a context</source>
        <translation>ein Kontext</translation>
    </message>
    <message>
        <source>Describe topic</source>
        <translation>Topic beschreiben</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Revoke access</source>
        <translation>Zugriff entziehen</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Tag entfernen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::TopicTable</name>
    <message>
        <source>Owned topics</source>
        <translation>Eigene Topics</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Empty: as the environment says</source>
        <translation>Leer: wie die Umgebung es vorgibt</translation>
    </message>
    <message>
        <source>48 h, 7 d, forever; empty: as the broker says</source>
        <translation>48 h, 7 d, forever; leer: wie der Broker es vorgibt</translation>
    </message>
    <message>
        <source>Set retention</source>
        <translation>Aufbewahrung setzen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number: write a whole one, or nothing.</source>
        <translation>„%1“ ist keine Zahl: eine ganze Zahl eingeben oder nichts.</translation>
    </message>
    <message>
        <source>Set partitions</source>
        <translation>Partitionen setzen</translation>
    </message>
    <message>
        <source>Set replicas</source>
        <translation>Replikate setzen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::Tour</name>
    <message>
        <source>The tour has ended. Help, Take the tour, goes on with it.</source>
        <translation>Der Rundgang ist beendet. Hilfe, Rundgang machen, setzt ihn fort.</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) done</source>
        <translation>
            <numerusform>%n Schritt erledigt</numerusform>
            <numerusform>Alle %n Schritte erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>That is the whole way</source>
        <translation>Das ist der ganze Weg</translation>
    </message>
    <message>
        <source>From a word in a spec to topics on a cluster, and nothing in between is hidden. Open your own folder next; Ctrl+Shift+P lists all there is to do.</source>
        <translation>Vom Wort in einer Spec bis zu Topics auf einem Cluster, und nichts dazwischen ist verborgen. Als Nächstes den eigenen Ordner öffnen; Strg+Umschalt+P listet alles, was sich tun lässt.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::UnsavedDialog</name>
    <message>
        <source>Unsaved edits</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with unsaved edits</source>
        <translation>
            <numerusform>%Ln Datei mit ungespeicherten Änderungen</numerusform>
            <numerusform>%Ln Dateien mit ungespeicherten Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Files with unsaved edits</source>
        <translation>Dateien mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>&amp;Save all</source>
        <translation>Alle &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep for the next time</source>
        <translation>Für das nächste Mal auf&amp;bewahren</translation>
    </message>
    <message>
        <source>The files stay as they are on the disk. Your edits are back, unsaved, when this folder is opened again.</source>
        <translation>Die Dateien bleiben auf der Platte, wie sie sind. Die Änderungen sind, nicht gespeichert, wieder da, wenn dieser Ordner erneut geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::UsagesModel</name>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::UsagesView</name>
    <message>
        <source>Usages</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Nothing was looked for yet</source>
        <translation>Noch nichts gesucht</translation>
    </message>
    <message>
        <source>Put the caret on the name of a topic, a context, a message, a schema or a tag, and choose Find usages (Shift+F12).</source>
        <translation>Die Schreibmarke auf den Namen eines Topics, eines Kontexts, einer Nachricht, eines Schemas oder eines Tags setzen und Verwendungen suchen (Umschalt+F12).</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::WelcomePage</name>
    <message>
        <source>Meshwright</source>
        <translation>Meshwright</translation>
    </message>
    <message>
        <source>Design event-driven systems on Kafka: edit the specs of your bounded contexts, see who reads what, and provision it.</source>
        <translation>Ereignisgesteuerte Systeme auf Kafka entwerfen: die Specs der Bounded Contexts bearbeiten, sehen, wer was liest, und alles bereitstellen.</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>ACME, a company of bounded contexts in five domains, with a sandbox cluster. Nothing to set up.</source>
        <translation>ACME, ein Unternehmen aus Bounded Contexts in fünf Domänen, mit einem Sandbox-Cluster. Nichts einzurichten.</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Your AsyncAPI specs are found by their content, in all subfolders.</source>
        <translation>AsyncAPI-Specs werden an ihrem Inhalt erkannt, in allen Unterordnern.</translation>
    </message>
    <message>
        <source>%1 (not there any more)</source>
        <translation>%1 (nicht mehr vorhanden)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Import from a cluster…</source>
        <translation>Aus einem Cluster importieren…</translation>
    </message>
    <message>
        <source>Import from JulieOps…</source>
        <translation>Aus JulieOps importieren…</translation>
    </message>
</context>
<context>
    <name>meshwright::ui::WorkspaceMemory</name>
    <message>
        <source>How the window was left last time can&apos;t be read: the file is damaged or of a newer version. It is kept as %1.</source>
        <translation>Der Zustand des Fensters vom letzten Mal ist nicht lesbar: Die Datei ist beschädigt oder von einer neueren Version. Sie bleibt als %1 erhalten.</translation>
    </message>
</context>
</TS>
