package org.daywatch.planning.agreements.clauses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What became of a text between two versions, word by word. */
public final class TextDifference {

    private TextDifference() {}

    public enum Kind { SAME, GONE, NEW }

    /** Words that stay together, with the spaces behind them. */
    public record Piece(Kind kind, String words) {}

    /** The longest common words stay; their order is the one of the text. */
    public static List<Piece> of(String before, String after) {
        var old = words(before);
        var now = words(after);
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(pieces, Kind.SAME, now.get(j++));
                i++;
            } else if (j >= now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, Kind.GONE, old.get(i++));
            } else {
                add(pieces, Kind.NEW, now.get(j++));
            }
        }
        return Collections.unmodifiableList(pieces);
    }

    private static void add(List<Piece> pieces, Kind kind, String word) {
        var last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.kind() == kind) pieces.set(pieces.size() - 1, new Piece(kind, last.words() + word));
        else pieces.add(new Piece(kind, word));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    }
}
