package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Program;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Catalog.Entry;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.directory.programs.posts.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what programs demand of schools: six reads for any number of them. */
@Component
@Transactional(readOnly = true)
class ProgramQueries implements Programs {

    private final CatalogStore catalog;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Members members;

    ProgramQueries(CatalogStore catalog, ProgramRules rules, Campuses campuses, Members members) {
        this.catalog = catalog;
        this.rules = rules;
        this.campuses = campuses;
        this.members = members;
    }

    @Override
    public List<Program> list() {
        return catalog.read().programs().stream().map(Entry::program).toList();
    }

    @Override
    public Map<UUID, List<Requirement>> of(Collection<UUID> schools, LocalDate day) {
        var known = campuses.list(schools);
        var participation = new Participation(catalog.read(), members.of(known));
        var book = rules.book();
        var same = new HashMap<List<Object>, List<Requirement>>();
        var answers = new HashMap<UUID, List<Requirement>>();
        for (var school : known) {
            var scopes = book.written(Participation.scopes(school));
            var codes = participation.on(school, day);
            answers.put(school.id(), same.computeIfAbsent(List.of(scopes, codes), key -> participation.catalog()
                    .demands(codes).stream().flatMap(d -> d.on(day, book, scopes).stream()).toList()));
        }
        return answers;
    }

    @Override
    public Optional<MonthDay> by(Requirement requirement) {
        if (requirement.counting() != Requirement.Counting.BY_DATE) return Optional.empty();
        var reading = requirement.rule().reading();
        if (reading != null) return Optional.of(MonthDay.parse("--" + reading.detail()));
        return catalog.read().demands().stream()
                .filter(d -> d.rule().equals(requirement.rule().code()) && d.program().equals(requirement.program()))
                .findFirst()
                .map(d -> MonthDay.parse("--" + d.detail()));
    }
}
