package org.daywatch.emergencies.alerts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.Commanding.Commander;
import org.daywatch.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who must be one of the two that end an alert: whoever commands. Where that is nobody, or nobody who could press, it
 * is the highest of those who lead and are on duty. Nobody is locked out by it: whoever leads can take command and says
 * why.
 *
 * @param people any one of them is enough; empty: whoever leads
 * @param names of them, for people
 * @param commander who commands all the same and cannot be one of the two, else empty
 */
public record Enders(Why why, Set<UUID> people, String names, String commander) {

    public enum Why {
        /** They command. */
        COMMANDS,
        /** Nobody commands; they are the highest on duty. */
        HIGHEST,
        /** Who commands has no account here; they are the highest on duty. */
        HIGHEST_FOR_COMMANDER,
        /** Who commands was forced; they are the highest on duty. */
        HIGHEST_FOR_FORCED,
        /** Nobody else is known: one of the two must lead. */
        WHO_LEADS
    }

    /** Whoever leads. */
    public static final Enders WHO_LEADS = new Enders(Why.WHO_LEADS, Set.of(), "", "");

    /**
     * The order in which a school's plan hands down command until responders take it: the head of the school first, the
     * desk by the door last.
     */
    private static final List<Role> ORDER = List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR, Role.OFFICER,
            Role.FRONT_OFFICE);

    /** Somebody who leads and is on duty: on post, or seen in this alert. */
    public record Leader(UUID person, String name, Role role) {}

    public Enders {
        people = Set.copyOf(people);
    }

    /**
     * @param commander null while nobody commands
     * @param notCounted whose word counts for nothing, because they are forced
     */
    public static Enders of(@Nullable Commander commander, Collection<Leader> onDuty, Set<UUID> notCounted) {
        if (commander != null && commander.person() != null && !notCounted.contains(commander.person())) {
            return new Enders(Why.COMMANDS, Set.of(commander.person()), commander.name(), "");
        }
        String held = commander == null ? "" : commander.name();
        var counted = onDuty.stream().filter(l -> ORDER.contains(l.role()) && !notCounted.contains(l.person()))
                .toList();
        int highest = counted.stream().mapToInt(l -> ORDER.indexOf(l.role())).min().orElse(-1);
        if (highest < 0) return new Enders(Why.WHO_LEADS, Set.of(), "", held);
        var them = counted.stream().filter(l -> ORDER.indexOf(l.role()) == highest).toList();
        var why = commander == null
                ? Why.HIGHEST
                : commander.person() == null ? Why.HIGHEST_FOR_COMMANDER : Why.HIGHEST_FOR_FORCED;
        return new Enders(why, them.stream().map(Leader::person).collect(Collectors.toSet()),
                them.stream().map(Leader::name).distinct().sorted().collect(Collectors.joining(", ")), held);
    }

    /** Whether these two may end it, as far as this is concerned. */
    public boolean allow(UUID first, UUID second) {
        return people.isEmpty() || people.contains(first) || people.contains(second);
    }

    /** Whether this person may confirm what the first of two has said. @param leads may lead an alert */
    public boolean confirms(Alert.Word first, UUID person, boolean leads) {
        return !first.by().person().equals(person) && allow(first.by().person(), person)
                && (leads || first.by().leads());
    }

    public boolean has(UUID person) {
        return people.contains(person);
    }
}
