#include "app/commandline.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace {

const QString pictureOption = QStringLiteral("picture");
const QString lessonOption = QStringLiteral("lesson");
const QString projectorOption = QStringLiteral("projector");
const QString helpOption = QStringLiteral("help");
const QString versionOption = QStringLiteral("version");

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        tr("Draws what a machine's cores really do: the same work run one task after another, in "
           "turns, split, and both at once."));
    parser.addOption({{QStringLiteral("h"), helpOption}, tr("Prints this help.")});
    parser.addOption({{QStringLiteral("v"), versionOption}, tr("Prints the version.")});
    parser.addOption({pictureOption,
                      tr("Draws FILE.coreogram into OUT.png, OUT.svg or OUT.pdf, without a "
                         "display."),
                      QStringLiteral("OUT")});
    parser.addOption({lessonOption, tr("Opens the lesson of that name."), QStringLiteral("NAME")});
    parser.addOption(
        {projectorOption, tr("Fills the screen with what is read from afar; Esc leads back.")});
    parser.addPositionalArgument(QStringLiteral("FILE.coreogram"), tr("The recording to open."),
                                 QStringLiteral("[FILE.coreogram]"));
}

tl::unexpected<Error> wrong(const QString& message)
{
    return failure(message.toStdString());
}

Result<CommandLine> pictureFrom(const QString& out, const QStringList& files)
{
    static const QStringList known{QStringLiteral("png"), QStringLiteral("svg"),
                                   QStringLiteral("pdf")};
    if (!known.contains(QFileInfo(out).suffix().toLower()))
        return wrong(
            tr("--picture is “%1”; expected a name that ends in .png, .svg or .pdf").arg(out));
    if (files.isEmpty())
        return wrong(tr("--picture names no recording; expected --picture OUT FILE.coreogram"));
    return CommandLine{CommandLine::Task::DrawPicture, files.front(), out};
}

}  // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(helpOption))
        return CommandLine{CommandLine::Task::PrintHelp, {}, {}};
    if (parser.isSet(versionOption))
        return CommandLine{CommandLine::Task::PrintVersion, {}, {}};
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return wrong(tr("unexpected argument “%1”; expected one recording").arg(files[1]));
    const bool isProjected = parser.isSet(projectorOption);
    const bool isLesson = parser.isSet(lessonOption);
    if (isProjected && parser.isSet(pictureOption))
        return wrong(tr("--projector is for a window; expected it without --picture"));
    if (isLesson && (parser.isSet(pictureOption) || !files.isEmpty()))
        return wrong(tr("--lesson opens a window with a lesson; expected it without a recording"));
    if (parser.isSet(pictureOption))
        return pictureFrom(parser.value(pictureOption), files);
    return CommandLine{
        CommandLine::Task::ShowWindow, files.value(0), {}, parser.value(lessonOption), isProjected};
}

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}
