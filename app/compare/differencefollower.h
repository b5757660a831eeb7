#pragma once

#include <QObject>

#include <cstddef>

class ComparisonView;
class DifferenceCard;

/// Lets a card show how the run in focus differs from the one drawn below it: where that has none,
/// the first run that has.
class DifferenceFollower : public QObject {
    Q_OBJECT

public:
    /// Both are borrowed.
    DifferenceFollower(ComparisonView& view, DifferenceCard& card, QObject* parent);

private:
    void follow();

    ComparisonView& m_view;
    DifferenceCard& m_card;
};
