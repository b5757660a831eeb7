#pragma once

#include <QPushButton>

class QSettings;

/// The folder that programs are run in: shown, chosen and remembered.
class FolderButton : public QPushButton {
    Q_OBJECT

public:
    /// `memory` is borrowed and outlives the button.
    explicit FolderButton(QSettings& memory, QWidget* parent = nullptr);

    /// An absolute path. The folder may have gone since it was chosen.
    [[nodiscard]] QString folder() const { return m_folder; }

private:
    void ask();
    void choose(const QString& folder);
    void showFolder();

    QSettings& m_memory;
    QString m_folder;
};
