package org.daywatch.emergencies.reach.escalation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.helpcalls.HelpCalls;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.reach.Reach;
import org.daywatch.emergencies.reach.ReachMessages;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Elapsed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends by the next way to those who have not seen it; one transaction for each person, so that one who cannot be told
 * keeps nobody waiting.
 */
@Component
public class Escalation implements ReachMessages {

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);

    private final AttemptStore attempts;
    private final ReachStore reach;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final AlertMessage message;
    private final ExerciseAudiences audiences;
    private final Elapsed elapsed;
    private final HelpCalls calls;
    private final Map<Way, Outlet> outlets = new EnumMap<>(Way.class);
    private final TransactionTemplate transaction;

    Escalation(AttemptStore attempts, ReachStore reach, ProgramRules rules, Campuses campuses, AlertMessage message,
            ExerciseAudiences audiences, Elapsed elapsed, HelpCalls calls,
            List<Outlet> outlets, PlatformTransactionManager transactions) {
        this.attempts = attempts;
        this.reach = reach;
        this.rules = rules;
        this.campuses = campuses;
        this.message = message;
        this.audiences = audiences;
        this.elapsed = elapsed;
        this.calls = calls;
        outlets.forEach(outlet -> this.outlets.put(outlet.way(), outlet));
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Told(UUID alert, int version, UUID person) {}

    /**
     * Whom nothing has reached when the screens had their time: somebody should go there. By the rule that sends them a
     * message in the same moment.
     */
    public Set<UUID> late(Alert alert, Collection<Reach> people) {
        var dark = people.stream().filter(r -> !r.reached()).toList();
        if (dark.isEmpty()) return Set.of();
        var patience = ladder(alert, school(alert), alert.raisedAt()).patience().get(Way.STREAM);
        return dark.stream().filter(r -> toldFor(alert, r).compareTo(patience) >= 0).map(Reach::person)
                .collect(Collectors.toSet());
    }

    /** So long ago this person was told what the school is told now, whatever the time of day was set to since. */
    private Duration toldFor(Alert alert, Reach one) {
        return elapsed.since(alert.agencyId(), new Told(alert.id(), one.told(), one.person()), one.state().since());
    }

    @Override
    public void go(Alert alert, Collection<Reach> people, Instant now) {
        if (alert.status() == AlertStatus.TEST) {
            wakePhones(alert, people, now);
            return;
        }
        if (alert.action().help()) wakeCallers(alert, people, now);
        var dark = people.stream().filter(r -> r.expected() && !r.seen() && !otherwise(alert, r.person())).toList();
        leave(alert, a -> a.told() < alert.told()); // people were told something else since: the older order is no news any more
        for (var person : alert.forced().keySet())
            if (otherwise(alert, person)) leave(alert, a -> a.person().equals(person));
        if (dark.isEmpty()) return;
        var school = school(alert);
        var ladder = ladder(alert, school, now);
        var tried = attempts.of(alert.id()).stream().collect(Collectors.groupingBy(Attempt::person));
        for (var one : dark) {
            alone(alert, one, () -> next(alert, school, one, tried.getOrDefault(one.person(), List.of()), ladder, now));
        }
    }

    /**
     * A test goes to phones at once: they answer, make no sound and keep nothing on view. Text messages and e-mail
     * cannot be silent, so a test sends none.
     */
    private void wakePhones(Alert alert, Collection<Reach> people, Instant now) {
        var woken = attempts.of(alert.id()).stream().map(Attempt::person).collect(Collectors.toSet());
        var left = people.stream().filter(r -> r.expected() && !woken.contains(r.person())).toList();
        if (left.isEmpty()) return;
        var school = school(alert);
        var ladder = ladder(alert, school, now);
        for (var one : left)
            alone(alert, one, () -> offer(alert, school, one, Way.PUSH, ladder, now, now.plus(ladder.expiry())));
    }

    /** Whoever called for help reads it on a locked phone, too, once somebody is on the way. */
    private void wakeCallers(Alert alert, Collection<Reach> people, Instant now) {
        var call = calls.of(alert);
        if (call.going().isEmpty()) return;
        var woken = attempts.of(alert.id()).stream().filter(a -> a.way() == Way.PUSH).map(Attempt::person)
                .collect(Collectors.toSet());
        var left = people.stream().filter(r -> call.calledBy(r.person()) && !woken.contains(r.person())
                && !otherwise(alert, r.person())).toList();
        if (left.isEmpty()) return;
        var school = school(alert);
        var ladder = ladder(alert, school, now);
        for (var one : left)
            alone(alert, one, () -> offer(alert, school, one, Way.PUSH, ladder, now, now.plus(ladder.expiry())));
    }

    private void alone(Alert alert, Reach one, Runnable work) {
        try {
            transaction.executeWithoutResult(t -> work.run());
        } catch (RuntimeException e) {
            log.error("{} could not be told of alert {}", one.person(), alert.id(), e);
        }
    }

    private Campus school(Alert alert) {
        return campuses.find(alert.schoolId()).orElseThrow(() -> new NotFound("school " + alert.schoolId()));
    }

    private Ladder ladder(Alert alert, Campus school, Instant now) {
        return Ladder.of(ways(alert), rules.book(), now.atZone(school.zone()).toLocalDate(),
                "DISTRICT:" + alert.districtId(), RuleBook.state(school.state()));
    }

    private Set<Way> ways(Alert alert) {
        var audience = audiences.of(alert);
        return Arrays.stream(Way.values()).filter(way -> audience.goes(way == Way.STREAM ? "SCREEN" : way.name()))
                .collect(Collectors.toSet());
    }

    private void next(Alert alert, Campus school, Reach one, List<Attempt> before, Ladder ladder, Instant now) {
        var tried = before.stream().filter(a -> a.told() == one.told()).map(a -> follow(alert, one, a, now)).toList();
        var told = toldFor(alert, one);
        var under = tried.stream().map(a -> new Ladder.Tried(a, elapsed.since(alert.agencyId(), a.id(), a.at())))
                .toList();
        ladder.next(told, under)
                .ifPresent(way -> offer(alert, school, one, way, ladder, now, now.plus(ladder.expiry()).minus(told)));
    }

    private void offer(Alert alert, Campus school, Reach one, Way way, Ladder ladder, Instant now, Instant expires) {
        var attempt = new Attempt(Ids.next(), alert.id(), one.told(), one.person(), way, Attempt.Fate.WAITING, now,
                now.plus(ladder.patience().get(way)), expires, null, "");
        if (!attempts.insert(alert, attempt)) return;
        elapsed.since(alert.agencyId(), attempt.id(), now); // from here on, and not from the next look
        var outlet = outlets.get(way);
        var organization = organization(alert, one);
        var offer = new Outlet.Offer(attempt.id(), alert.agencyId(), organization, one.person(), alert.id(),
                message.of(alert, school, organization, one.person(), expires));
        var carried = outlet == null ? java.util.Optional.<UUID>empty() : outlet.offer(offer);
        carried.ifPresentOrElse(delivery -> attempts.carriedBy(attempt.id(), delivery),
                () -> attempts.write(attempt.id(), Attempt.Fate.NO_ADDRESS, ""));
    }

    /** What became of it meanwhile; a gateway's receipt is a delivery like another. */
    private Attempt follow(Alert alert, Reach one, Attempt a, Instant now) {
        boolean mayBeRead = a.fate() == Attempt.Fate.RECEIVED && a.way() == Way.EMAIL;
        if (!(a.underWay() || mayBeRead || a.fate() == Attempt.Fate.LOST && a.way() == Way.EMAIL)
                || a.delivery() == null)
            return a;
        var news = outlets.get(a.way()).news(organization(alert, one), List.of(a.delivery())).get(a.delivery());
        if (news != null && news.read()) seen(alert, one, a, now);
        if (news == null || news.fate() == a.fate()) return a;
        attempts.write(a.id(), news.fate(), news.error());
        if (news.fate() == Attempt.Fate.RECEIVED) {
            reach.receive(
                    new LaneEntry.Ack(a.id(), alert.agencyId(), alert.districtId(), alert.schoolId(), alert.id(),
                            a.told(), LaneEntry.Kind.DELIVERED, one.person(), one.name(), "", now),
                    a.way());
        }
        return new Attempt(a.id(), a.alert(), a.told(), a.person(), a.way(), news.fate(), a.at(), a.deadline(),
                a.expires(), a.delivery(), news.error());
    }

    /** They pressed the link in the letter; that is an act of theirs, and counts once. */
    private void seen(Alert alert, Reach one, Attempt a, Instant now) {
        var id = UUID.nameUUIDFromBytes((a.id() + " read").getBytes(StandardCharsets.UTF_8));
        reach.receive(new LaneEntry.Ack(id, alert.agencyId(), alert.districtId(), alert.schoolId(), alert.id(),
                a.told(), LaneEntry.Kind.SEEN, one.person(), one.name(), "", now), a.way());
    }

    /**
     * Their screens show something else than the school is told, because they were forced: a message would tell the
     * person who looks over their shoulder.
     */
    private static boolean otherwise(Alert alert, UUID person) {
        var seen = alert.seenBy(person);
        return seen.state().over() || seen.action() != alert.action() || !seen.detail().equals(alert.detail());
    }

    /** It is over: what has not left is not delivered as if it were new. */
    @Override
    public void end(Alert alert) {
        leave(alert, a -> true);
    }

    private void leave(Alert alert, Predicate<Attempt> which) {
        var open = attempts.of(alert.id()).stream().filter(which).filter(Attempt::underWay).toList();
        if (open.isEmpty()) return;
        var people = reach.of(alert.id()).stream().collect(Collectors.toMap(Reach::person, r -> r));
        transaction.executeWithoutResult(t -> open.forEach(a -> {
            var outlet = outlets.get(a.way());
            if (outlet != null && a.delivery() != null)
                outlet.expire(organization(alert, people.get(a.person())), List.of(a.delivery()));
            if (a.fate() == Attempt.Fate.WAITING) attempts.write(a.id(), Attempt.Fate.EXPIRED, "");
        }));
    }

    private static UUID organization(Alert alert, Reach one) {
        return one.role().equals(Role.OFFICER.name()) ? alert.agencyId() : alert.districtId();
    }
}
