package org.daywatch.directory.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.consents.Consent.Giver;
import org.daywatch.directory.consents.Consent.State;
import org.daywatch.platform.access.CaseReader.Custody;
import org.jspecify.annotations.Nullable;

/**
 * Who must say yes, and whether they did. Of each person the last answer counts; to be asked again is none. A no of
 * anybody who counts ends it, whoever else says yes: the student's always, an adult's while they have custody. What an
 * adult said counts on the days on which they have custody, and on no other.
 */
public final class ConsentRule {

    private ConsentRule() {}

    /**
     * @param asked everybody who was asked about one matter, in any order
     * @param needed whose yes is needed on this day
     * @param custody of that student on this day, by adult
     */
    public static ConsentAnswer of(List<Consent> asked, Set<Giver> needed, Map<UUID, Custody> custody,
            LocalDate today) {
        var answers = lastAnswers(asked).stream().filter(one -> counts(one, custody)).toList();
        var no = answers.stream().flatMap(one -> no(one).stream()).min(Comparator.comparing(Ended::at));
        if (no.isPresent())
            return no.get().withdrawn()
                    ? new ConsentAnswer.Withdrawn(no.get().at(), no.get().by())
                    : new ConsentAnswer.Declined(no.get().at(), no.get().by());
        var missing = EnumSet.noneOf(Giver.class);
        var standing = new ArrayList<Consent>();
        @Nullable LocalDate over = null;
        for (var giver : needed) {
            var given = answers.stream().filter(one -> one.giver() == giver).toList();
            var open = given.stream().filter(one -> !one.lapsed(today)).max(Comparator.comparing(Consent::until));
            if (open.isPresent()) standing.add(open.get());
            else if (given.isEmpty()) missing.add(giver);
            else over = last(over, given);
        }
        if (!missing.isEmpty() || needed.isEmpty()) return new ConsentAnswer.Missing(missing);
        if (over != null) return new ConsentAnswer.Lapsed(over);
        return new ConsentAnswer.Stands(
                standing.stream().map(one -> ((State.Given) one.state()).at()).max(Instant::compareTo).orElseThrow(),
                standing.stream().map(Consent::until).min(LocalDate::compareTo).orElseThrow());
    }

    private static List<Consent> lastAnswers(List<Consent> asked) {
        var last = new HashMap<Optional<UUID>, Consent>();
        for (var one : asked)
            if (!(one.state() instanceof State.Asked))
                last.merge(Optional.ofNullable(one.guardian()), one,
                        (a, b) -> said(a).isAfter(said(b)) ? a : b);
        return List.copyOf(last.values());
    }

    private static Instant said(Consent one) {
        return switch (one.state()) {
            case State.Asked _ -> one.askedAt();
            case State.Given given -> given.at();
            case State.Declined declined -> declined.at();
            case State.Withdrawn withdrawn -> withdrawn.at();
        };
    }

    private static boolean counts(Consent one, Map<UUID, Custody> custody) {
        if (one.guardian() == null) return true;
        var has = custody.getOrDefault(one.guardian(), Custody.UNKNOWN);
        return has == Custody.FULL || has == Custody.SHARED;
    }

    private record Ended(Instant at, Giver by, boolean withdrawn) {}

    private static Optional<Ended> no(Consent one) {
        return switch (one.state()) {
            case State.Declined(var at, var _) -> Optional.of(new Ended(at, one.giver(), false));
            case State.Withdrawn(var _, var at, var _) -> Optional.of(new Ended(at, one.giver(), true));
            case State.Asked _,State.Given _ -> Optional.empty();
        };
    }

    private static LocalDate last(@Nullable LocalDate over, List<Consent> given) {
        var own = given.stream().map(Consent::until).max(LocalDate::compareTo).orElseThrow();
        return over == null || own.isBefore(over) ? own : over;
    }
}
