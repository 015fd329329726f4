package org.daywatch.relationships.tips.board;

/**
 * How often something happened, as it may be said of tips that stand together. None, too few and a number differ: a
 * zero is said, what fits few is not.
 *
 * @param number for NUMBER the number itself, for MOST the least it can be; else 0
 */
public record BoardFigure(Kind kind, int number) {

    public enum Kind {
        NONE,
        /** Once at least, and less often than may be said. */
        TOO_FEW, NUMBER,
        /** So often that few are left of whom it is not so: the number would tell of those. */
        MOST
    }

    /** @param total of all that stand together. @param least so many make a number that may be said */
    public static BoardFigure of(int count, int total, int least) {
        if (count == 0) return new BoardFigure(Kind.NONE, 0);
        if (count < least) return new BoardFigure(Kind.TOO_FEW, 0);
        int others = total - count;
        return others > 0 && others < least
                ? new BoardFigure(Kind.MOST, least)
                : new BoardFigure(Kind.NUMBER, count);
    }
}
