package org.daywatch.training.quizzes;

/**
 * How few students are too few to show a figure of.
 *
 * @param fewest pairs below which nothing is shown
 * @param apart by how many students two groups that lie one in the other must differ, so that nobody is found by taking
 * one from the other
 */
public record SmallCells(int fewest, int apart) {

    /**
     * Whether the few that are in one group only could be found. @param inner those of {@code outer} that are shown
     * beside it
     */
    public boolean giveAway(int outer, int inner) {
        return outer != inner && outer - inner < apart;
    }
}
