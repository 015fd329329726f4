package org.daywatch.transparency.programmes.gathering;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.FundedPosts;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Programme;
import org.daywatch.directory.Programmes;
import org.daywatch.directory.Requirement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the directory says of programmes: who demands what, what is due, which posts are paid for. */
@Component("programmeDemands") // planning has demands of its own
public class Demands {

    private final ObjectProvider<Programmes> programmes;
    private final ObjectProvider<DueLists> dueLists;
    private final ObjectProvider<FundedPosts> posts;

    Demands(ObjectProvider<Programmes> programmes, ObjectProvider<DueLists> dueLists, ObjectProvider<FundedPosts> posts) {
        this.programmes = programmes;
        this.dueLists = dueLists;
        this.posts = posts;
    }

    public List<Programme> programmes() {
        return programmes.stream().flatMap(p -> p.list().stream()).toList();
    }

    public Map<UUID, List<Requirement>> of(Collection<UUID> schools, LocalDate day) {
        return programmes.stream().findFirst().map(p -> p.of(schools, day)).orElse(Map.of());
    }

    /** Month and day by which it is to be met, where it counts so. */
    public Optional<MonthDay> by(Requirement requirement) {
        return programmes.stream().findFirst().flatMap(p -> p.by(requirement));
    }

    public Map<UUID, List<Due>> due(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done, Map<UUID, List<Due.Start>> starts) {
        return dueLists.stream().findFirst().map(d -> d.of(schools, asOf, done, starts)).orElse(Map.of());
    }

    public Optional<Due> proposal(Collection<Requirement> rules, Collection<LocalDate> filed, LocalDate asOf) {
        var asked = rules.stream().filter(r -> r.subject().equals(DueLists.PROPOSAL)).findFirst();
        return dueLists.stream().findFirst().flatMap(d -> d.proposal(rules, asked.flatMap(this::by).orElse(null), filed, asOf));
    }

    public List<FundedPost> posts(Collection<UUID> schools, LocalDate day) {
        return posts.stream().findFirst().map(p -> p.of(schools, day)).orElse(List.of());
    }
}
