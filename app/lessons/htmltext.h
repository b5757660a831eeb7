#pragma once

#include <QString>

#include <string_view>

/// `text` as HTML that shows it as it is; line breaks stay.
[[nodiscard]] QString escaped(std::string_view text);
[[nodiscard]] QString escaped(const QString& text);

/// A paragraph that shows `text` as it is; `kind` is a class of htmlPage()'s: "muted", "item".
[[nodiscard]] QString htmlParagraph(const QString& text, const char* kind = "");
[[nodiscard]] QString htmlHeading(const QString& text);

/// Markdown as paragraphs of HTML: emphasis, code and lists are kept, HTML stands as text, and of
/// links and pictures their words are left, so that nothing is ever fetched. What has so many marks
/// that reading it would take seconds stands as it was written.
[[nodiscard]] QString htmlOfMarkdown(std::string_view markdown);

/// Whether reading it as Markdown would take seconds: the time that Qt takes grows with the square
/// of the marks in a paragraph and of the items of a list.
[[nodiscard]] bool isTooRich(std::string_view markdown);

/// A whole page that fetches nothing and runs nothing, to be read on paper as on a screen. `title`
/// is text, `body` HTML.
[[nodiscard]] QString htmlPage(const QString& title, const QString& body);
