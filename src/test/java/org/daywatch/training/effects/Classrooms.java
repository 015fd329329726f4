package org.daywatch.training.effects;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.quizzes.Quiz.Moment;

/** Invented classes that answer as students do: some know, some guess, some are away, some lose their slip. */
final class Classrooms {

    static final List<String> QUESTIONS = List.of("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8");

    private Classrooms() {}

    /** @param knows how likely a student has a question right at each moment; a moment that is not there is not held */
    static Answers of(int students, long seed, Map<Moment, Double> knows) {
        var random = new Random(seed);
        var sheets = new EnumMap<Moment, List<Sheet>>(Moment.class);
        knows.forEach((moment, chance) -> sheets.put(moment, new ArrayList<>()));
        for (int student = 0; student < students; student++) {
            double gifted = random.nextDouble() * 0.3 - 0.15;
            for (var moment : knows.keySet()) {
                if (moment != Moment.PRE && random.nextInt(12) == 0) continue; // away
                boolean lost = moment != Moment.PRE && random.nextInt(12) == 0;
                double chance = knows.get(moment) + gifted;
                sheets.get(moment).add(new Sheet(lost ? null : "student " + student,
                        QUESTIONS.stream().map(q -> random.nextDouble() < chance).toList()));
            }
        }
        return new Answers(QUESTIONS, sheets);
    }

    static Answers taught(int students, long seed) {
        return of(students, seed, Map.of(Moment.PRE, 0.45, Moment.POST, 0.7));
    }

    static Answers askedLater(int students, long seed) {
        return of(students, seed, Map.of(Moment.PRE, 0.4, Moment.POST, 0.75, Moment.DELAYED, 0.65));
    }

    static Answers waiting(int students, long seed) {
        return of(students, seed, Map.of(Moment.PRE, 0.45, Moment.WAITED, 0.5, Moment.POST, 0.7));
    }

    static Answers with(Answers answers, Moment moment, List<Sheet> instead) {
        var sheets = new EnumMap<Moment, List<Sheet>>(Moment.class);
        sheets.putAll(answers.sheets());
        if (instead == null) sheets.remove(moment);
        else sheets.put(moment, instead);
        return new Answers(answers.questions(), sheets);
    }

    /** Right at the first so many questions. */
    static Sheet sheet(String pair, int right) {
        return new Sheet(pair, java.util.stream.IntStream.range(0, QUESTIONS.size()).mapToObj(i -> i < right).toList());
    }
}
