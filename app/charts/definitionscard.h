#pragma once

#include <QWidget>

/// What the words mean, and how a run is judged.
class DefinitionsCard : public QWidget {
    Q_OBJECT

public:
    explicit DefinitionsCard(QWidget* parent = nullptr);

private:
    void createTexts();
};
