package org.daywatch.restorative.diversions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a diversion, sealed. What the student did stands in labels, never in words.
 *
 * @param name the student's as the roster had it. @param considered what the school thought of. @param day on which it
 * happened, at the school. @param place a label, like the causes. @param end null: it goes on
 */
public record DiversionFile(UUID student, String name, Exclusion considered, LocalDate day, String place,
        List<String> causes, List<HelpOffer> offers, @Nullable DiversionEnd end) {

    public enum Answer {
        WAITING, ACCEPTED, DECLINED
    }

    /**
     * Help that was offered to a student and their parents. Who of them said no is not kept.
     *
     * @param number from 1. @param kind a label. @param words what exactly and with whom; may be empty. @param answered
     * null: not yet. @param helped the day it began; null: not yet
     */
    public record HelpOffer(int number, String kind, LocalDate on, String words, Answer answer,
            @Nullable LocalDate answered, @Nullable LocalDate helped) {

        boolean isOwed() { return answer == Answer.ACCEPTED && helped == null; }
    }

    Optional<HelpOffer> offer(int number) {
        return offers.stream().filter(o -> o.number() == number).findFirst();
    }

    /** Whether somebody answered one, so that help was offered before anything else. */
    public boolean isAnswered() {
        return offers.stream().anyMatch(o -> o.answer() != Answer.WAITING);
    }

    DiversionFile offered(List<HelpOffer> then) {
        return new DiversionFile(student, name, considered, day, place, causes, List.copyOf(then), end);
    }

    DiversionFile changed(int number, UnaryOperator<HelpOffer> change) {
        return offered(offers.stream().map(o -> o.number() == number ? change.apply(o) : o).toList());
    }

    DiversionFile ended(DiversionEnd then) {
        return new DiversionFile(student, name, considered, day, place, causes, offers, then);
    }
}
