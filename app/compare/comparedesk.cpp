#include "app/compare/comparedesk.h"

#include "app/timeline/comparisonscene.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/plantext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace {

QString folderOf(const QString& nearby)
{
    return nearby.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                            : QFileInfo(nearby).path();
}

int countMatches(PanelStack& stack)
{
    int count = 0;
    for (const std::size_t run : stack.order().runs())
        count += stack.matchOf(run) ? 1 : 0;
    return count;
}

/// "Sequential, Concurrent, … of 4 tasks of 60 ms · compute"
QString contentOf(const Comparison& comparison)
{
    constexpr std::size_t most = 3;
    QStringList titles;
    for (const Recording& run : comparison.runs) {
        const QString title = titleOf(run.start);
        if (!titles.contains(title))
            titles << title;
        if (titles.size() > static_cast<qsizetype>(most)) {
            titles.back() = QStringLiteral("…");
            break;
        }
    }
    if (titles.isEmpty())
        return CompareDesk::tr("no runs");
    return CompareDesk::tr("%1 of %2", "modes; 4 tasks of 60 ms")
        .arg(titles.join(QStringLiteral(", ")), subjectText(comparison.runs.front().start));
}

}  // namespace

CompareDesk::CompareDesk(ComparisonView& view, QWidget* window)
    : QObject(window),
      m_view(view),
      m_window(window)
{
    connect(&m_opener, &RecordingOpener::started, this, &CompareDesk::opening);
    connect(&m_opener, &RecordingOpener::opened, this, &CompareDesk::take);
    connect(&m_opener, &RecordingOpener::stopped, this, &CompareDesk::stoppedOpening);
    connect(&m_opener, &RecordingOpener::failed, this, [this](const QString&, const QString& why) {
        Q_EMIT failed(tr("There is nothing to compare with. %1").arg(why));
    });
}

CompareDesk::~CompareDesk()
{
    if (m_before)
        m_view.stack().setBefore(nullptr, {});
}

void CompareDesk::askWhatToCompareWith(const QString& nearby)
{
    auto* dialog = new QFileDialog(m_window, tr("Compare with a Recording"), folderOf(nearby));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.coreogram)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CompareDesk::open);
    dialog->open();
}

void CompareDesk::open(const QString& path)
{
    m_opener.open(path);
}

void CompareDesk::stop()
{
    if (!m_before)
        return;
    m_view.stack().setBefore(nullptr, {});
    m_before.reset();
    Q_EMIT stopped();
}

void CompareDesk::take(const QString& path, const std::shared_ptr<OpenedRecording>& recording)
{
    const QString name = QFileInfo(path).fileName();
    auto before = std::make_unique<Comparison>(std::move(recording->comparison));
    const QString title = tr("before: %1", "the name of a file").arg(name);
    m_view.stack().setBefore(before.get(), title);
    const int matches = countMatches(m_view.stack());
    if (matches == 0) {
        m_view.stack().setBefore(m_before.get(), m_name);  // as it was
        Q_EMIT failed(tr("No run in %1 has the plan and the workload of one that is shown: it has "
                         "%2.")
                          .arg(QDir::toNativeSeparators(path), contentOf(*before)));
        return;
    }
    std::swap(m_before, before);  // the one it had goes now that nobody borrows it
    m_name = title;
    const std::size_t all = m_view.stack().order().runs().size();
    Q_EMIT compared(all == 1 ? tr("Compared with %1.").arg(name)
                             : tr("Compared with %1: it has %2 of the %3 runs shown.")
                                   .arg(name, QLocale().toString(matches),
                                        QLocale().toString(static_cast<qulonglong>(all))));
}
