package org.daywatch.transparency.programs.screens;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.OfficerTotal;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfOfficer;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfPost;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One officer, and one funded post through which several officers may rotate. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class OfficerMeterPages {

    private final MeterQueries meters;
    private final ProgramPlaces places;
    private final OfficerFiles officers;
    private final Certificates certificates;
    private final ReadDay days;

    OfficerMeterPages(MeterQueries meters, ProgramPlaces places, OfficerFiles officers, Certificates certificates,
            ReadDay days) {
        this.meters = meters;
        this.places = places;
        this.officers = officers;
        this.certificates = certificates;
        this.days = days;
    }

    /**
     * @param schools of those the reader may see. @param total over them together
     * @param papers empty where the reader may not see officers' files: that is no zero
     */
    public record OfficerView(UUID officer, LocalDate asOf, boolean past, List<SchoolMeters> schools,
            Optional<OfficerTotal> total, Optional<List<Certificates.Line>> papers) {

        public boolean logsAsked() {
            return schools.stream().anyMatch(SchoolMeters::logsAsked);
        }

        /** What is theirs at a school; null where nothing is. */
        public @Nullable OfOfficer theirs(SchoolMeters school) {
            return school.officers().stream().filter(one -> one.officer().equals(officer)).findFirst().orElse(null);
        }
    }

    /** @param officers those the reader may see, by school */
    public record PostView(OfPost post, List<SchoolMeters> schools, Map<UUID, List<OfOfficer>> officers,
            Map<UUID, String> names, LocalDate asOf, boolean past) {}

    /** An officer opens their own page and nobody else's. */
    @GetMapping("/program/officers/{id}")
    ModelAndView officer(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String asOf) {
        boolean own = own(actor).map(id::equals).orElse(false);
        if (actor.role() == Role.OFFICER && !own) throw new NotFound("officer " + id);
        String name = officers.names(List.of(id)).get(id);
        if (name == null) throw new NotFound("officer " + id);
        var day = days.of(asOf);
        var mine = places.of(actor).stream().map(Campus::id).collect(Collectors.toSet());
        var schools = meters.of(meters.schoolsOf(id, day).stream().filter(s -> own || mine.contains(s.id())).toList(),
                day);
        var total = meters.officers(schools).stream().filter(t -> t.officer().equals(id)).findFirst();
        Optional<List<Certificates.Line>> papers = own || places.files(actor)
                ? Optional.of(certificates.of(schools, day).stream().filter(l -> l.officer().equals(id)).toList())
                : Optional.empty();
        return new ModelAndView("transparency/programs/screens/officer",
                Map.of("page", page.titled("program.officer.title", name),
                        "view", new OfficerView(id, day, days.past(day), schools, total, papers)));
    }

    /** An officer opens a post through which they rotate, and reads there of themselves and of the post as a whole. */
    @GetMapping("/program/posts/{id}")
    ModelAndView post(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String asOf) {
        var day = days.of(asOf);
        var found = meters.ofPost(places.of(actor), id, day);
        if (found.isEmpty()) throw new NotFound("funded post " + id);
        var officersOf = found.stream().collect(Collectors.toMap(s -> s.school().id(), s -> shown(actor, s)));
        if (actor.role() == Role.OFFICER && officersOf.values().stream().allMatch(List::isEmpty))
            throw new NotFound("funded post " + id);
        var post = found.getFirst().posts().stream().filter(p -> p.post().id().equals(id)).findFirst().orElseThrow();
        var ids = officersOf.values().stream().flatMap(List::stream).map(OfOfficer::officer).distinct().toList();
        return new ModelAndView("transparency/programs/screens/post",
                Map.of("page", page.titled("program.post.title", post.post().kind(), post.post().award()),
                        "view", new PostView(post, found, officersOf, officers.names(ids), day, days.past(day))));
    }

    private List<OfOfficer> shown(Actor actor, SchoolMeters school) {
        if (actor.role() != Role.OFFICER) return school.officers();
        return school.officers().stream().filter(o -> own(actor).map(o.officer()::equals).orElse(false)).toList();
    }

    private Optional<UUID> own(Actor actor) {
        return officers.ofPerson(actor.person());
    }
}
