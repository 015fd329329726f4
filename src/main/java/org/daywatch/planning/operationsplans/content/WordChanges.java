package org.daywatch.planning.operationsplans.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which words two texts have in common, by their longest common row of words. */
public final class WordChanges {

    /** Above so many pairs of words two texts are shown as a whole, one after the other. */
    private static final long MOST_PAIRS = 4_000_000;

    private WordChanges() {}

    public enum Kind { KEPT, REMOVED, ADDED }

    public record Piece(Kind kind, String text) {}

    /** The pieces put together without REMOVED are the later text, without ADDED the earlier one. */
    public static List<Piece> between(String earlier, String later) {
        var was = words(earlier);
        var is = words(later);
        int head = 0;
        while (head < was.size() && head < is.size() && was.get(head).equals(is.get(head))) head++;
        int tail = 0;
        while (tail < was.size() - head && tail < is.size() - head
                && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail)))
            tail++;
        var pieces = new ArrayList<Piece>();
        is.subList(0, head).forEach(w -> add(pieces, Kind.KEPT, w));
        middle(was.subList(head, was.size() - tail), is.subList(head, is.size() - tail), pieces);
        is.subList(is.size() - tail, is.size()).forEach(w -> add(pieces, Kind.KEPT, w));
        return List.copyOf(pieces);
    }

    private static void middle(List<String> was, List<String> is, List<Piece> pieces) {
        if ((long) was.size() * is.size() > MOST_PAIRS) {
            was.forEach(w -> add(pieces, Kind.REMOVED, w));
            is.forEach(w -> add(pieces, Kind.ADDED, w));
            return;
        }
        int[][] common = common(was, is);
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                add(pieces, Kind.KEPT, is.get(j++));
                i++;
            } else if (j >= is.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, Kind.REMOVED, was.get(i++));
            } else {
                add(pieces, Kind.ADDED, is.get(j++));
            }
        }
    }

    /** How many words the rests from i and j have in common at most. */
    private static int[][] common(List<String> was, List<String> is) {
        var common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Words and the white space between them, so that nothing is lost. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)"));
    }

    private static void add(List<Piece> pieces, Kind kind, String word) {
        var last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.kind() == kind) pieces.set(pieces.size() - 1, new Piece(kind, last.text() + word));
        else pieces.add(new Piece(kind, word));
    }
}
