package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.directory.programs.posts.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Due lists of any number of schools: a handful of reads, the rest is arithmetic. */
@Component
@Transactional(readOnly = true)
public class DueQueries implements DueLists {

    private final CatalogStore catalog;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Members members;
    private final SessionYears years;

    DueQueries(CatalogStore catalog, ProgramRules rules, Campuses campuses, Members members, SessionYears years) {
        this.catalog = catalog;
        this.rules = rules;
        this.campuses = campuses;
        this.members = members;
        this.years = years;
    }

    @Override
    public Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done,
            Map<UUID, List<Due.Start>> starts) {
        return of(campuses.list(schools), asOf, done, starts, rules.book());
    }

    @Override
    public Optional<Due> proposal(Collection<Requirement> rules, @Nullable MonthDay by, Collection<LocalDate> filed,
            LocalDate asOf) {
        return Proposal.due(rules, by, filed, asOf);
    }

    /** With a book of numbers that need not be in force: what would be due by them. */
    public Map<UUID, List<Due>> of(List<Campus> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done,
            RuleBook book) {
        return of(schools, asOf, done, Map.of(), book);
    }

    private Map<UUID, List<Due>> of(List<Campus> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done,
            Map<UUID, List<Due.Start>> starts, RuleBook book) {
        var participation = new Participation(catalog.read(), members.of(schools));
        var calendars = years.of(schools, asOf);
        var shared = new SharedYears(participation.catalog(), book, asOf);
        var answers = new HashMap<UUID, List<Due>>();
        for (Campus school : schools) {
            var dues = new ArrayList<Due>();
            var year = calendars.get(school.id());
            if (year != null) {
                for (var bound : participation.bounds(school)) {
                    dues.addAll(shared.of(bound, year, school).of(done.getOrDefault(school.id(), List.of()),
                            starts.getOrDefault(school.id(), List.of())));
                }
            }
            dues.sort(DueList.BY_DAY);
            answers.put(school.id(), dues);
        }
        return answers;
    }

    /** Those of the schools that a program binds on a day. */
    public List<Campus> bound(String program, List<Campus> schools, LocalDate day) {
        var participation = new Participation(catalog.read(), members.of(schools));
        return schools.stream().filter(school -> participation.on(school, day).contains(program)).toList();
    }
}
