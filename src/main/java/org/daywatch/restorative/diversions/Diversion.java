package org.daywatch.restorative.diversions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.RestorativeEvent.DiversionWritten;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.diversions.DiversionCommand.Exclude;
import org.daywatch.restorative.diversions.DiversionCommand.Hand;
import org.daywatch.restorative.diversions.DiversionCommand.Help;
import org.daywatch.restorative.diversions.DiversionCommand.Offer;
import org.daywatch.restorative.diversions.DiversionCommand.Reply;
import org.daywatch.restorative.diversions.DiversionCommand.Settle;
import org.daywatch.restorative.diversions.DiversionCommand.Strike;
import org.daywatch.restorative.diversions.DiversionEnd.Outcome;
import org.daywatch.restorative.diversions.DiversionFile.Answer;
import org.daywatch.restorative.diversions.DiversionFile.HelpOffer;
import org.jspecify.annotations.Nullable;

/**
 * A school thinks of excluding a student: what help is offered first, what was answered, and what came of it. It never
 * keeps a school from excluding; it says whether help came first.
 *
 * @param counselor the account of who goes on with it
 */
public record Diversion(UUID district, UUID id, UUID school, LocalDate began, UUID counselor, DiversionFile file,
        int version) {

    public enum Stage {
        BEGUN, OFFERED, ANSWERED, HELPED, EXCLUDED, STRUCK
    }

    /** Days until the next is to be done: an offer, an answer, the begin of what was accepted, an end. */
    public record Terms(int offer, int answer, int help, int end) {}

    public Stage stage() {
        var end = file.end();
        if (end != null) return Stage.valueOf(end.outcome().name());
        if (file.offers().isEmpty()) return Stage.BEGUN;
        return file.offers().stream().anyMatch(o -> o.answer() == Answer.WAITING) ? Stage.OFFERED : Stage.ANSWERED;
    }

    /** Null: nothing is to be done any more. */
    public @Nullable LocalDate due(Terms terms) {
        return switch (stage()) {
            case BEGUN -> began.plusDays(terms.offer());
            case OFFERED -> earliest(file.offers().stream().filter(o -> o.answer() == Answer.WAITING)
                    .map(HelpOffer::on)).plusDays(terms.answer());
            case ANSWERED -> isOwed()
                    ? earliest(file.offers().stream().filter(HelpOffer::isOwed).map(HelpOffer::answered))
                            .plusDays(terms.help())
                    : latest().plusDays(terms.end());
            case HELPED, EXCLUDED, STRUCK -> null;
        };
    }

    /** Something was accepted that has not begun. */
    public boolean isOwed() {
        return file.offers().stream().anyMatch(HelpOffer::isOwed);
    }

    /** Something that was offered has begun. */
    public boolean isHelped() {
        return file.offers().stream().anyMatch(o -> o.helped() != null);
    }

    public Decision<Diversion> decide(DiversionCommand command, Instant now) {
        if (file.end() != null) return Decision.refuse(RestorativeRefusal.DIVERSION_ENDED);
        if (command.on().isAfter(command.today()) || command.on().isBefore(began))
            return Decision.refuse(RestorativeRefusal.DIVERSION_DAY);
        return switch (command) {
            case Offer(var kind, var words, var on, var _, var _) -> {
                if (file.offers().stream().anyMatch(o -> o.kind().equals(kind) && o.answer() == Answer.WAITING))
                    yield Decision.refuse(RestorativeRefusal.DIVERSION_OFFER_WAITS);
                var offers = new ArrayList<>(file.offers());
                offers.add(new HelpOffer(offers.size() + 1, kind, on, words, Answer.WAITING, null, null));
                yield accepted(file.offered(offers), counselor, command, now);
            }
            case Reply reply -> file.offer(reply.offer()).map(o -> replied(o, reply, now))
                    .orElse(Decision.refuse(RestorativeRefusal.DIVERSION_NO_OFFER));
            case Help help -> file.offer(help.offer()).map(o -> helped(o, help, now))
                    .orElse(Decision.refuse(RestorativeRefusal.DIVERSION_NO_OFFER));
            case Settle(var words, var on, var _, var by) -> {
                if (!isHelped()) yield Decision.refuse(RestorativeRefusal.DIVERSION_NO_HELP);
                yield ended(new DiversionEnd(Outcome.HELPED, on, null, null, null, words, by), command, now);
            }
            case Exclude(var exclusion, var days, var without, var words, var on, var _, var by) -> {
                if (!file.isAnswered() && without == null)
                    yield Decision.refuse(RestorativeRefusal.DIVERSION_WHY_WITHOUT);
                yield ended(new DiversionEnd(Outcome.EXCLUDED, on, exclusion, days,
                        file.isAnswered() ? null : without, words, by), command, now);
            }
            case Strike(var words, var on, var _, var by) -> stage() == Stage.BEGUN
                    ? ended(new DiversionEnd(Outcome.STRUCK, on, null, null, null, words, by), command, now)
                    : Decision.refuse(RestorativeRefusal.DIVERSION_OFFERED);
            case Hand(var to, var _, var _, var _) -> accepted(file, to, command, now);
        };
    }

    Set<UUID> assigned() {
        return Set.of(counselor);
    }

    private Decision<Diversion> replied(HelpOffer o, Reply reply, Instant now) {
        if (reply.on().isBefore(o.on())) return Decision.refuse(RestorativeRefusal.DIVERSION_DAY);
        if (reply.answer() == Answer.WAITING || o.answer() == reply.answer() || o.helped() != null)
            return Decision.refuse(RestorativeRefusal.DIVERSION_ANSWERED);
        return accepted(file.changed(o.number(), before -> new HelpOffer(before.number(), before.kind(), before.on(),
                before.words(), reply.answer(), reply.on(), null)), counselor, reply, now);
    }

    private Decision<Diversion> helped(HelpOffer o, Help help, Instant now) {
        if (!o.isOwed()) return Decision.refuse(RestorativeRefusal.DIVERSION_NOT_ACCEPTED);
        if (help.on().isBefore(Objects.requireNonNull(o.answered())))
            return Decision.refuse(RestorativeRefusal.DIVERSION_DAY);
        return accepted(file.changed(o.number(), before -> new HelpOffer(before.number(), before.kind(), before.on(),
                before.words(), before.answer(), before.answered(), help.on())), counselor, help, now);
    }

    private LocalDate latest() {
        return file.offers().stream().flatMap(o -> Stream.of(o.on(), o.answered(), o.helped()))
                .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(began);
    }

    private LocalDate earliest(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(began);
    }

    private Decision<Diversion> ended(DiversionEnd end, DiversionCommand command, Instant now) {
        return accepted(file.ended(end), counselor, command, now);
    }

    private Decision<Diversion> accepted(DiversionFile then, UUID whose, DiversionCommand command, Instant now) {
        return Decision.accept(new Diversion(district, id, school, began, whose, then, version + 1),
                new DiversionWritten(district, id, now, school, command.getClass().getSimpleName(), command.by()));
    }
}
