package org.daywatch.transparency.programs.campus;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.campus.CampusHours.Presence;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.exceptions.CampusExceptions;
import org.daywatch.transparency.programs.totals.Demands;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of daily coverage of schools whose programs ask for an officer, read from calendars, bells, rules and the
 * clock. A handful of reads for any number of schools; each day is judged by the rule in force on it.
 */
@Component
@Transactional(readOnly = true)
public class CampusRecords {

    public static final String OFFICER = "OFFICER:CAMPUS";
    private static final String MARGIN = "OFFICER:CAMPUS:MARGIN";

    private final Demands demands;
    private final ProgramRules rules;
    private final BellDays bells;
    private final CampusPresence presence;
    private final CampusExceptions exceptions;
    private final Clock clock;

    CampusRecords(Demands demands, ProgramRules rules, BellDays bells, CampusPresence presence,
            CampusExceptions exceptions, Clock clock) {
        this.demands = demands;
        this.rules = rules;
        this.bells = bells;
        this.presence = presence;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** Days under one version of the rules, both included. */
    private record Span(LocalDate from, LocalDate to, Map<UUID, List<Requirement>> rules) {}

    /**
     * By school, of those of which an officer is asked for on some day from one to the other, both included; what is
     * not over yet is not in it.
     */
    public Map<UUID, CampusRecord> of(Collection<Campus> schools, LocalDate from, LocalDate to) {
        var ids = schools.stream().map(Campus::id).toList();
        var spans = spans(ids, from, to);
        var asked = schools.stream()
                .filter(s -> spans.stream()
                        .anyMatch(span -> rule(span.rules.getOrDefault(s.id(), List.of()), OFFICER).isPresent()))
                .toList();
        if (asked.isEmpty()) return Map.of();
        var askedIds = asked.stream().map(Campus::id).toList();
        var rung = bells.of(askedIds, from, to).stream().collect(Collectors.groupingBy(BellDay::schoolId));
        var now = clock.instant();
        var there = presence.of(askedIds, from, to, now).stream().collect(Collectors.groupingBy(Presence::school));
        var decided = exceptions.all(askedIds);
        var records = new HashMap<UUID, CampusRecord>();
        for (var school : asked) {
            records.put(school.id(),
                    new CampusRecord(days(school, spans, rung.getOrDefault(school.id(), List.of()),
                            there.getOrDefault(school.id(), List.of()),
                            decided.getOrDefault(school.id(), List.of()), now)));
        }
        return records;
    }

    private List<CampusDay> days(Campus school, List<Span> spans, List<BellDay> rung, List<Presence> there,
            List<CampusException> decided, Instant now) {
        var days = new ArrayList<CampusDay>();
        for (var span : spans) {
            hours(span.rules.getOrDefault(school.id(), List.of()), school).ifPresent(hours -> days.addAll(hours.days(
                    rung.stream().filter(b -> !b.day().isBefore(span.from) && !b.day().isAfter(span.to)).toList(),
                    there, day -> decided.stream().anyMatch(e -> e.holds(day)), now)));
        }
        return List.copyOf(days);
    }

    /** What rules ask for at a school; empty where none asks for an officer. */
    public static Optional<CampusHours> hours(List<Requirement> rules, Campus school) {
        return rule(rules, OFFICER).map(r -> new CampusHours(r.rule().number(),
                rule(rules, MARGIN).map(m -> m.rule().number()).orElse(0), school.zone()));
    }

    private static Optional<Requirement> rule(List<Requirement> rules, String subject) {
        return rules.stream().filter(r -> r.subject().equals(subject)).findFirst();
    }

    /** A number that changed within these days parts them; the earlier days first. */
    private List<Span> spans(List<UUID> schools, LocalDate from, LocalDate to) {
        var atTheEnd = demands.of(schools, to);
        var codes = Stream.of(demands.of(schools, from), atTheEnd).flatMap(d -> d.values().stream())
                .flatMap(List::stream).filter(r -> r.subject().startsWith(OFFICER)).map(r -> r.rule().code())
                .collect(Collectors.toSet());
        var book = rules.book();
        var begins = new TreeSet<LocalDate>();
        for (var rule : codes.stream().flatMap(code -> book.of(code).stream()).toList()) {
            begins.add(rule.validFrom());
            if (rule.validTo() != null) begins.add(rule.validTo().plusDays(1));
        }
        var spans = new ArrayList<Span>();
        var first = from;
        for (var next : begins.subSet(from.plusDays(1), to.plusDays(1))) {
            spans.add(new Span(first, next.minusDays(1), demands.of(schools, first)));
            first = next;
        }
        spans.add(new Span(first, to, atTheEnd));
        return spans;
    }
}
