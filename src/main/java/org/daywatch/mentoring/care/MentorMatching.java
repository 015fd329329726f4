package org.daywatch.mentoring.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.mentoring.care.MentorTerm.Term;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchStage;
import org.daywatch.mentoring.mentors.Mentor;
import org.daywatch.mentoring.mentors.MentorStore;
import org.daywatch.mentoring.proposals.Forecast;
import org.daywatch.mentoring.proposals.Hours;
import org.daywatch.mentoring.proposals.MentorOffer;
import org.daywatch.mentoring.proposals.MentorProposal;
import org.daywatch.mentoring.proposals.MentorProposals;
import org.daywatch.mentoring.proposals.MentoredStudent;
import org.daywatch.staffing.days.OfficerDays;
import org.daywatch.staffing.days.OfficerDays.OfficerDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of the district's mentors may mentor a student of a school, by what is planned there. The district is bound. */
@Component
@Transactional(readOnly = true)
public class MentorMatching {

    private final MatchStore matches;
    private final MentorStore mentors;
    private final OfficerDays days;
    private final MentorTerm terms;
    private final MatchRules rules;

    MentorMatching(MatchStore matches, MentorStore mentors, OfficerDays days, MentorTerm terms, MatchRules rules) {
        this.matches = matches;
        this.mentors = mentors;
        this.days = days;
        this.terms = terms;
        this.rules = rules;
    }

    /**
     * @param mentors by account. @param termEnds so long their papers must hold
     */
    public record Proposed(MentorProposal proposal, Map<UUID, Mentor> mentors, LocalDate termEnds) {}

    /** For one who waits, among all who wait at the school. Empty without a school year. */
    public Optional<Proposed> of(Campus school, Match m, LocalDate today) {
        return terms.of(school, today).map(term -> {
            var all = mentors.list();
            var carried = matches.carried();
            var here = expected(school, term, today);
            var offers = all.stream()
                    .map(one -> new MentorOffer(one.person(), one.interests(), one.languages(),
                            here.getOrDefault(one.person(), Map.of()), one.until(),
                            Math.max(0, one.most() - carried.getOrDefault(one.person(), 0))))
                    .toList();
            var waiting = matches.ofSchool(school.id()).stream().filter(w -> w.stage() == MatchStage.CONSENTED)
                    .map(MentorMatching::student).toList();
            var proposal = MentorProposals.of(waiting, offers, term.last(), rules.leastTogether(school, today))
                    .stream().filter(p -> p.student().equals(m.id())).findFirst()
                    .orElse(new MentorProposal(m.id(), null, List.of()));
            var byPerson = new HashMap<UUID, Mentor>();
            all.forEach(one -> byPerson.put(one.person(), one));
            return new Proposed(proposal, byPerson, term.last());
        });
    }

    /** The next day on which a student and their mentor can meet, by what is planned. */
    public Optional<LocalDate> next(Campus school, Match m, LocalDate today) {
        if (m.mentor() == null) return Optional.empty();
        int least = rules.leastTogether(school, today);
        var free = student(m).free();
        return terms.of(school, today).flatMap(term -> expected(school, term, today)
                .getOrDefault(m.mentor(), Map.of()).entrySet().stream()
                .filter(e -> free.getOrDefault(e.getKey().getDayOfWeek(), List.of()).stream()
                        .anyMatch(f -> f.minutesWith(e.getValue()) >= least))
                .map(Map.Entry::getKey).filter(day -> !day.equals(m.days().lastMet())).min(LocalDate::compareTo));
    }

    /** By officer's account. */
    private Map<UUID, Map<LocalDate, Hours>> expected(Campus school, Term term, LocalDate today) {
        int weeks = rules.forecastWeeks(school, today);
        var zone = school.zone();
        var known = new HashMap<UUID, Map<LocalDate, Hours>>();
        for (var d : days.at(school.id(), today.minusWeeks(weeks + 1L).atStartOfDay(zone).toInstant(),
                term.last().plusDays(1).atStartOfDay(zone).toInstant()))
            known.computeIfAbsent(d.person(), p -> new HashMap<>()).merge(day(d, zone), hours(d, zone),
                    (a, b) -> new Hours(a.begins().isBefore(b.begins()) ? a.begins() : b.begins(),
                            a.ends().isAfter(b.ends()) ? a.ends() : b.ends()));
        var expected = new HashMap<UUID, Map<LocalDate, Hours>>();
        known.forEach((person, own) -> expected.put(person, Forecast.of(own, term.school(), today, weeks)));
        return expected;
    }

    private static LocalDate day(OfficerDay d, ZoneId zone) {
        return LocalDate.ofInstant(d.startsAt(), zone);
    }

    private static Hours hours(OfficerDay d, ZoneId zone) {
        var ends = d.endsAt().atZone(zone);
        boolean later = ends.toLocalDate().isAfter(day(d, zone));
        return new Hours(LocalTime.ofInstant(d.startsAt(), zone), later ? LocalTime.MAX : ends.toLocalTime());
    }

    private static MentoredStudent student(Match m) {
        var free = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var one : m.file().free()) {
            var window = FreeTime.read(one);
            free.computeIfAbsent(window.day(), d -> new ArrayList<>()).add(window.hours());
        }
        return new MentoredStudent(m.id(), m.file().interests(), m.file().languages(), m.file().wish(),
                Set.copyOf(m.file().vetoes()), free);
    }
}
