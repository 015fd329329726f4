package org.daywatch.directory.rosters;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;

/**
 * People whose names are easily taken for each other: written or heard wrongly, given and family name turned round, one
 * of two names left out. Rather one too many than the one who was meant left out.
 */
public final class LikeNames {

    private LikeNames() {}

    /** Those whom a typed name may mean, the likest first. @param typed in any order, as heard */
    public static List<RosterPerson> of(String typed, Collection<RosterPerson> people) {
        if (words(typed).isEmpty()) return List.of();
        return people
                .stream().filter(p -> alike(typed, p.name())).sorted(Comparator
                        .comparingInt((RosterPerson p) -> distance(typed, p.name())).thenComparing(RosterPerson::name))
                .toList();
    }

    /** Whether each word of the shorter name has one in the other that is written or sounds almost the same. */
    public static boolean alike(String one, String other) {
        var a = words(one);
        var b = words(other);
        if (a.isEmpty() || b.isEmpty()) return false;
        var shorter = a.size() <= b.size() ? a : b;
        var longer = shorter == a ? b : a;
        return shorter.stream().allMatch(w -> longer.stream().anyMatch(v -> near(w, v)));
    }

    private static int distance(String one, String other) {
        var b = words(other);
        return words(one).stream().mapToInt(w -> b.stream().mapToInt(v -> edits(w, v)).min().orElse(w.length())).sum();
    }

    private static boolean near(String a, String b) {
        int allowed = Math.min(a.length(), b.length()) <= 3 ? 0 : Math.min(a.length(), b.length()) <= 5 ? 1 : 2;
        return edits(a, b) <= allowed || sound(a).equals(sound(b)) || shortForm(a, b) || shortForm(b, a);
    }

    /** "Alex" for "Alexander": said and written everywhere. */
    private static boolean shortForm(String a, String b) {
        return a.length() >= 3 && b.startsWith(a);
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+")).filter(w -> !w.isEmpty()).toList();
    }

    /**
     * Letters that sound alike made one, doubles and vowels after the first letter left out: Kathryn, Catherine,
     * Katerin.
     */
    static String sound(String word) {
        String s = word.replace("ph", "f").replace("th", "t").replace("ck", "k").replace("qu", "k").replace("sh", "s")
                .replace("gh", "g").replaceAll("^h(?=[aeiou])", "")
                .replace('c', 'k').replace('q', 'k').replace('z', 's').replace('v', 'b').replace('j', 'y')
                .replace('x', 's');
        return s.isEmpty() ? s : s.charAt(0) + s.substring(1).replaceAll("[aeiouyhw]", "").replaceAll("(.)\\1+", "$1");
    }

    /** Letters put in, left out, changed, or two neighbors changed round. */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean turned = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
                if (turned) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
