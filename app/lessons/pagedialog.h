#pragma once

#include <QString>

#include <functional>

class QWidget;

/// Asks for the name of a PDF or HTML file, and calls `take` with its path once there is one. It
/// does not wait for the answer.
void askForPage(QWidget* parent, const QString& title, const QString& suggestion,
                std::function<void(const QString& path)> take);
