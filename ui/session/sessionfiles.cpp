// SPDX-License-Identifier: Apache-2.0
// The session's dealings with the disk: saving, and what others write.
#include "ui/session/session.h"

#include "ui/session/derivation.h"
#include "ui/session/diskwatch.h"
#include "ui/text/text.h"

#include "meshwright/text/textfile.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

bool areSame(const Text &a, const Text &b)
{
    return a == b || (a && b && a->bytes() == b->bytes());
}

tl::unexpected<Error> refused(Error::Code code, const std::string &file, const QString &why)
{
    return tl::unexpected(Error{code, fromQt(why), file});
}

/// Qt takes the current folder for the trash where that of the user's data is not there.
bool hasTrash()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir().mkpath(data) && QFileInfo(data).isWritable();
}

} // namespace

bool Session::isModified(const std::string &file) const
{
    const auto current = m_texts.find(file);
    const auto saved = m_saved.find(file);
    if (current == m_texts.end() || saved == m_saved.end())
        return false;
    return !areSame(current->second, saved->second);
}

QStringList Session::modifiedFiles() const
{
    QStringList files;
    for (const auto &[file, text] : m_texts)
        if (isModified(file))
            files.append(toQt(file));
    return files;
}

Result<void> Session::checkDisk(const std::string &file)
{
    if (hasConflict(file))
        return refused(Error::Code::Conflict, file,
                       tr("%1 was changed by another program too: choose which version to keep, "
                          "then save.")
                           .arg(toQt(file)));
    const auto path = m_snapshot.workspace->root() / file;
    const auto read = readTextFile(path);
    std::error_code fault;
    const bool isGone = !std::filesystem::exists(path, fault) && !fault;
    if (!read && !isGone)
        return refused(Error::Code::Conflict, file,
                       tr("Another program changed %1: %2 Move that file away, then save again.")
                           .arg(toQt(file), toQt(read.error().message)));
    const Text onDisk = read ? read->text : nullptr;
    if (areSame(onDisk, savedText(file)))
        return {};
    setConflict(file, onDisk);
    return checkDisk(file);
}

Result<void> Session::save(const std::string &file)
{
    const Text current = text(file);
    if (!isModified(file))
        return {};
    if (auto fine = checkDisk(file); !fine)
        return fine;
    if (!current)
        return removeFromDisk(file);
    const std::string bytes = encoded(*current, encodingOf(file));
    makeFolders((m_base->root() / file).parent_path());
    QSaveFile target(pathToQt(m_base->root() / file));
    const auto size = static_cast<qint64>(bytes.size());
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes.data(), size) != size ||
        !target.commit())
        return refused(Error::Code::Io, file,
                       tr("%1 could not be saved: %2. Your text is kept here; the file is as it "
                          "was.")
                           .arg(toQt(file), target.errorString()));
    ++m_saves;
    if (!savedText(file))
        m_watch->add(m_base->root() / file); // it is new there
    m_saved[file] = current;
    emit modifiedChanged(file);
    return {};
}

/// A deed took the file away: it goes where the system keeps what was deleted.
Result<void> Session::removeFromDisk(const std::string &file)
{
    QFile target(pathToQt(m_base->root() / file));
    const bool goes = !target.exists() || (hasTrash() && target.moveToTrash()) || target.remove();
    if (!goes)
        return refused(Error::Code::Io, file,
                       tr("%1 could not be deleted: %2. It is as it was.")
                           .arg(toQt(file), target.errorString()));
    removeFolders((m_base->root() / file).parent_path());
    ++m_saves;
    m_saved[file] = nullptr;
    emit modifiedChanged(file);
    return {};
}

/// A new file may want new folders, and whoever removed a file may have removed its folder.
void Session::makeFolders(const std::filesystem::path &folder)
{
    std::error_code ignored; // what can't be made is told when the file is written
    for (auto each = folder; !std::filesystem::exists(each, ignored) && each.has_relative_path();
         each = each.parent_path())
        m_madeFolders.insert(each);
    std::filesystem::create_directories(folder, ignored);
}

/// Those that were made for a file that is undone; not where something else has come to stand
/// there.
void Session::removeFolders(const std::filesystem::path &folder)
{
    std::error_code isFilled;
    for (auto each = folder; m_madeFolders.contains(each); each = each.parent_path()) {
        if (!std::filesystem::remove(each, isFilled))
            return;
        m_madeFolders.erase(each);
    }
}

Result<void> Session::saveAll()
{
    Result<void> first;
    for (const QString &name : modifiedFiles()) {
        auto saved = save(fromQt(name));
        if (!saved && first)
            first = saved;
    }
    return first;
}

void Session::readDisk()
{
    if (!isOpen() || m_reading.isRunning())
        return;
    m_savesAtRead = m_saves;
    const auto &workspace = *m_snapshot.workspace;
    const auto path =
        workspace.only().empty() ? workspace.root() : workspace.root() / workspace.only();
    m_reading.setFuture(QtConcurrent::run([path] { return Workspace::open(path); }));
}

void Session::takeDisk()
{
    if (m_savesAtRead != m_saves)
        return readDisk(); // what was read may be older than what we wrote
    const Result<WorkspacePtr> read = m_reading.result();
    if (!read || !isOpen() || (*read)->root() != m_snapshot.workspace->root())
        return;
    const WorkspacePtr onDisk = *read;
    std::map<std::string, Text> newer;
    DiskChanges changes = compareDisk(*onDisk, newer);
    for (const QString &file : changes.inConflict) {
        const WorkspaceFile *theirs = onDisk->file(fromQt(file));
        setConflict(fromQt(file), theirs ? theirs->text : nullptr);
    }
    const auto asked = m_conflicts;
    for (const auto &[file, text] : asked) {
        const WorkspaceFile *theirs = onDisk->file(file);
        if (theirs ? areSame(theirs->text, savedText(file)) : !savedText(file))
            endConflict(file); // the disk is as it was
    }
    if (changes.isEmpty())
        return;
    findRenamed(changes, *onDisk);
    reload(newer);
    m_base = onDisk->withLastGood(*m_snapshot.workspace);
    for (const auto &[path, text] : m_texts)
        if (!text && isModified(path))
            m_base = m_base->withoutFile(path); // a deed took it away, which nobody saved yet
    for (const auto &[path, text] : m_texts)
        if (onDisk->file(path) || isModified(path))
            m_pending.insert(path);
    m_watch->watch(*onDisk);
    ++m_revision;
    m_pause.start();
    updateBusy();
    emit diskChanged(changes);
}

DiskChanges Session::compareDisk(const Workspace &onDisk, std::map<std::string, Text> &newer) const
{
    DiskChanges changes;
    for (const auto &[path, file] : onDisk.files()) {
        const Text ours = savedText(path);
        const bool isKnown = m_base->file(path) != nullptr;
        if (isKnown && areSame(file->text, ours))
            continue;
        if (hasConflict(path) && areSame(file->text, conflictingText(path)))
            continue; // asked already
        if (isModified(path)) {
            if (file->text && !areSame(file->text, ours))
                changes.inConflict.append(toQt(path));
            continue;
        }
        (isKnown ? changes.reloaded : changes.added).append(toQt(path));
        if (ours && file->text && (isKnown || m_texts.contains(path)))
            newer[path] = file->text;
    }
    for (const auto &[path, file] : m_base->files()) {
        if (onDisk.file(path) || !savedText(path))
            continue; // there, or never saved
        if (!isModified(path))
            changes.removed.append(toQt(path));
        else if (!hasConflict(path) || conflictingText(path))
            changes.inConflict.append(toQt(path));
    }
    return changes;
}

void Session::findRenamed(DiskChanges &changes, const Workspace &onDisk) const
{
    for (const QString &old : std::as_const(changes.removed)) {
        const Text text = savedText(fromQt(old));
        for (const QString &now : std::as_const(changes.added))
            if (areSame(onDisk.file(fromQt(now))->text, text)) {
                changes.renamed.append({old, now});
                break;
            }
    }
}

/// An edit like any other, so that undo still fits; only what differs, so that carets stay.
void Session::reload(const std::map<std::string, Text> &onDisk)
{
    if (onDisk.empty())
        return;
    WorkspaceEdit edit;
    std::map<std::string, Text> saved = m_saved;
    for (const auto &[file, text] : onDisk) {
        edit.files[file] = difference(*this->text(file), *text);
        saved[file] = text;
    }
    saved.swap(m_saved);
    const auto count = static_cast<int>(onDisk.size());
    const QString title = count == 1 ? tr("Reload %1").arg(toQt(onDisk.begin()->first))
                                     : tr("Reload %n file(s)", nullptr, count);
    if (!perform(edit, title)) {
        saved.swap(m_saved);
        return;
    }
    for (const auto &[file, text] : onDisk) {
        m_saved[file] = this->text(file);
        emit modifiedChanged(file);
    }
}

void Session::setConflict(const std::string &file, const Text &onDisk)
{
    m_conflicts[file] = onDisk;
    emit conflictChanged(file);
}

Text Session::conflictingText(const std::string &file) const
{
    const auto found = m_conflicts.find(file);
    return found == m_conflicts.end() ? nullptr : found->second;
}

void Session::endConflict(const std::string &file)
{
    m_conflicts.erase(file);
    emit conflictChanged(file);
}

void Session::keepMine(const std::string &file)
{
    if (!hasConflict(file))
        return;
    m_saved[file] = conflictingText(file);
    endConflict(file);
    emit modifiedChanged(file);
}

void Session::takeTheirs(const std::string &file)
{
    if (!hasConflict(file))
        return;
    const Text theirs = conflictingText(file);
    m_conflicts.erase(file);
    if (theirs)
        reload({{file, theirs}});
    else
        giveUp(file);
    emit conflictChanged(file);
}

/// A file that others removed goes here too; undo can still bring it back, unsaved.
void Session::giveUp(const std::string &file)
{
    m_saved[file] = m_texts[file];
    m_pending.erase(file);
    m_base = m_base->withoutFile(file);
    ++m_revision;
    m_pause.start();
    updateBusy();
    emit modifiedChanged(file);
    emit diskChanged({{}, {}, {toQt(file)}, {}, {}});
}

Result<void> Session::restore(const std::string &file, const std::string &bytes, bool overOthers)
{
    const Text now = text(file);
    const Text onDisk = savedText(file);
    if (now) {
        const Text then = makeText(bytes);
        auto done = perform({{{file, difference(*now, *then)}}},
                            tr("Restore the unsaved text of %1").arg(toQt(file)));
        if (!done)
            return done;
    } else {
        m_texts[file] = makeText(bytes);
        m_saved[file] = nullptr;
        m_pending.insert(file);
        ++m_revision;
        m_pause.start();
        updateBusy();
        emit modifiedChanged(file);
    }
    if (overOthers && onDisk)
        setConflict(file, onDisk);
    return {};
}

} // namespace meshwright::ui
