package org.daywatch.directory.programmes.due;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Programme;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.Programmes;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programmes.catalogue.Catalogue.Entry;
import org.daywatch.directory.programmes.catalogue.CatalogueStore;
import org.daywatch.directory.programmes.posts.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what programmes demand of schools: six reads for any number of them. */
@Component
@Transactional(readOnly = true)
class ProgrammeQueries implements Programmes {

    private final CatalogueStore catalogue;
    private final ProgrammeRules rules;
    private final Campuses campuses;
    private final Members members;

    ProgrammeQueries(CatalogueStore catalogue, ProgrammeRules rules, Campuses campuses, Members members) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.campuses = campuses;
        this.members = members;
    }

    @Override
    public List<Programme> list() {
        return catalogue.read().programmes().stream().map(Entry::programme).toList();
    }

    @Override
    public Map<UUID, List<Requirement>> of(Collection<UUID> schools, LocalDate day) {
        var known = campuses.list(schools);
        var participation = new Participation(catalogue.read(), members.of(known));
        var book = rules.book();
        var same = new HashMap<List<Object>, List<Requirement>>();
        var answers = new HashMap<UUID, List<Requirement>>();
        for (var school : known) {
            var scopes = book.written(Participation.scopes(school));
            var codes = participation.on(school, day);
            answers.put(school.id(), same.computeIfAbsent(List.of(scopes, codes), key ->
                    participation.catalogue().demands(codes).stream().flatMap(d -> d.on(day, book, scopes).stream()).toList()));
        }
        return answers;
    }

    @Override
    public Optional<MonthDay> by(Requirement requirement) {
        if (requirement.counting() != Requirement.Counting.BY_DATE) return Optional.empty();
        var reading = requirement.rule().reading();
        if (reading != null) return Optional.of(MonthDay.parse("--" + reading.detail()));
        return catalogue.read().demands().stream().filter(d -> d.rule().equals(requirement.rule().code()) && d.programme().equals(requirement.programme())).findFirst()
                .map(d -> MonthDay.parse("--" + d.detail()));
    }
}
