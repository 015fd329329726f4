package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts;
import org.daywatch.directory.Program;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the directory says of programs: who demands what, what is due, which posts are paid for. */
@Component
public class Demands {

    private final ObjectProvider<Programs> programs;
    private final ObjectProvider<DueLists> dueLists;
    private final ObjectProvider<FundedPosts> posts;

    Demands(ObjectProvider<Programs> programs, ObjectProvider<DueLists> dueLists, ObjectProvider<FundedPosts> posts) {
        this.programs = programs;
        this.dueLists = dueLists;
        this.posts = posts;
    }

    public List<Program> programs() {
        return programs.stream().flatMap(p -> p.list().stream()).toList();
    }

    public Map<UUID, List<Requirement>> of(Collection<UUID> schools, LocalDate day) {
        return programs.stream().findFirst().map(p -> p.of(schools, day)).orElse(Map.of());
    }

    /** Month and day by which it is to be met, where it counts so. */
    public Optional<MonthDay> by(Requirement requirement) {
        return programs.stream().findFirst().flatMap(p -> p.by(requirement));
    }

    public Map<UUID, List<Due>> due(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done,
            Map<UUID, List<Due.Start>> starts) {
        return dueLists.stream().findFirst().map(d -> d.of(schools, asOf, done, starts)).orElse(Map.of());
    }

    public Optional<Due> proposal(Collection<Requirement> rules, Collection<LocalDate> filed, LocalDate asOf) {
        var asked = rules.stream().filter(r -> r.subject().equals(DueLists.PROPOSAL)).findFirst();
        return dueLists.stream().findFirst()
                .flatMap(d -> d.proposal(rules, asked.flatMap(this::by).orElse(null), filed, asOf));
    }

    public List<FundedPost> posts(Collection<UUID> schools, LocalDate day) {
        return posts.stream().findFirst().map(p -> p.of(schools, day)).orElse(List.of());
    }
}
