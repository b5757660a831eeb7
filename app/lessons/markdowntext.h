#pragma once

#include <QTextBrowser>

/// Markdown of a lesson, as high as it is. HTML in it is shown as text, and nothing is fetched:
/// pictures come from the lesson's folder alone.
class MarkdownText : public QTextBrowser {
    Q_OBJECT

public:
    explicit MarkdownText(QString folder, QWidget* parent = nullptr);

    void setText(const QString& markdown);

Q_SIGNALS:
    /// A link that points into the timeline.
    void timelineAsked(const QString& link);
    /// Another one: where it leads is opened by the desktop, if the user says so.
    void pageAsked(const QUrl& address);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow(const QUrl& link);
    void render();
    void fitHeight();
    void shapeTables();
    void spaceParagraphs();

    const QString m_folder;
    QString m_markdown;
};
