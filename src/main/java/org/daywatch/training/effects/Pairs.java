package org.daywatch.training.effects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.quizzes.Quiz.Moment;

/** Sheets that belong to the same student, one row for each who answered at every moment asked for. */
record Pairs(List<List<Sheet>> rows) {

    static Pairs of(Answers answers, Moment... moments) {
        var rows = new ArrayList<List<Sheet>>();
        var others = new ArrayList<Map<String, Sheet>>();
        for (int i = 1; i < moments.length; i++) others.add(byPair(answers.at(moments[i])));
        byPair(answers.at(moments[0])).forEach((pair, first) -> {
            var row = new ArrayList<Sheet>(List.of(first));
            for (var other : others) if (other.containsKey(pair)) row.add(other.get(pair));
            if (row.size() == moments.length) rows.add(row);
        });
        return new Pairs(List.copyOf(rows));
    }

    /** A code that came twice at one moment says of nobody whose sheet is whose: neither counts. */
    private static Map<String, Sheet> byPair(List<Sheet> sheets) {
        var found = new java.util.TreeMap<String, Sheet>();
        var seen = new HashMap<String, Integer>();
        for (var sheet : sheets) {
            if (sheet.pair() == null) continue;
            if (seen.merge(sheet.pair(), 1, Integer::sum) == 1) found.put(sheet.pair(), sheet);
            else found.remove(sheet.pair());
        }
        return found;
    }

    int size() {
        return rows.size();
    }

    /** Right answers of each at the moment of that place. */
    Sample scores(int moment) {
        return new Sample(rows.stream().mapToDouble(row -> row.get(moment).score()).toArray());
    }

    /** Questions of so many that each had not right. */
    Sample missed(int moment, int questions) {
        return new Sample(rows.stream().mapToDouble(row -> questions - row.get(moment).score()).toArray());
    }

    /** Of one question: 1 for each who had it right, 0 for each who had not. */
    Sample right(int moment, int question) {
        return new Sample(rows.stream().mapToDouble(row -> row.get(moment).right().get(question) ? 1 : 0).toArray());
    }
}
