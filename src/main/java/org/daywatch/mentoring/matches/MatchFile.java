package org.daywatch.mentoring.matches;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the mentor may read of a match, sealed under its own key. Why somebody referred the student is not in it: that
 * lies in a cell of its own.
 *
 * @param wish the mentor whom the student asks for; null: nobody
 * @param vetoes mentors whom the student does not want
 * @param why the mentor was chosen, in the words in which it was shown
 * @param contacts days on which the counselor spoke with the mentor
 */
public record MatchFile(String student, Set<String> interests, Set<String> languages, @Nullable UUID wish,
        Set<UUID> vetoes,
        Set<String> free, List<String> why, List<LocalDate> contacts, Goodbye goodbye) {

    /** @param student their words, @param mentor theirs, @param counselor why it ended early or never began */
    public record Goodbye(String student, String mentor, String counselor) {

        static final Goodbye NONE = new Goodbye("", "", "");
    }

    public static MatchFile fresh(String student, Set<String> interests, Set<String> languages, @Nullable UUID wish,
            Set<String> free) {
        return new MatchFile(student, interests, languages, wish, Set.of(), free, List.of(), List.of(), Goodbye.NONE);
    }

    MatchFile why(List<String> chosen) {
        return new MatchFile(student, interests, languages, wish, vetoes, free, chosen, contacts, goodbye);
    }

    MatchFile vetoed(UUID mentor) {
        return new MatchFile(student, interests, languages, wish,
                Set.copyOf(Stream.concat(vetoes.stream(), Stream.of(mentor)).toList()), free, List.of(), contacts,
                goodbye);
    }

    MatchFile contact(LocalDate day) {
        return new MatchFile(student, interests, languages, wish, vetoes, free, why,
                Stream.concat(contacts.stream(), Stream.of(day)).distinct().sorted().toList(), goodbye);
    }

    MatchFile goodbye(Goodbye said) {
        return new MatchFile(student, interests, languages, wish, vetoes, free, why, contacts, said);
    }
}
