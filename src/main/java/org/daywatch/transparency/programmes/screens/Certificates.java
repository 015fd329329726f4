package org.daywatch.transparency.programmes.screens;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.staffing.OfficerFiles.Paper;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Certificates and courses that programmes ask of officers: who holds what, what ends soon. Officers' files are the agency's and are read as the
 * agency; whoever asks for lines answers for who sees them.
 */
@Component
public class Certificates {

    private static final String SOON = "PROGRAMME_PAPER_SOON";
    /** What a gate is called in an officer's file. A gate that is not here is kept elsewhere, and nothing is said about it. */
    private static final Map<String, String> FILES = Map.of("GATE:STATE_CERTIFICATION", "STATE_CERTIFICATION", "GATE:CONTINUING_TRAINING", "CONTINUING_TRAINING", "GATE:FIREARMS", "FIREARMS",
            "GATE:COURSE_HOURS_SSO", "SSO_COURSE", "GATE:COURSE_HOURS_SRO", "SRO_COURSE", "GATE:DISABILITIES_TRAINING", "DISABILITIES_TRAINING", "GATE:SCHOOL_CERTIFICATE_WITHIN",
            "SCHOOL_CERTIFICATE");

    private static final Comparator<Line> URGENCY = Comparator.comparing(Line::state).reversed().thenComparing(Line::name).thenComparing(Line::kind);

    private final OfficerFiles files;
    private final Organizations organizations;
    private final ProgrammeRules rules;

    Certificates(OfficerFiles files, Organizations organizations, ProgrammeRules rules) {
        this.files = files;
        this.organizations = organizations;
        this.rules = rules;
    }

    /** An officer's file says whether he holds it. */
    public static boolean inFiles(Requirement gate) {
        return gate.kind() == Requirement.Kind.GATE && FILES.containsKey(gate.subject());
    }

    public enum State { HELD, ENDS_SOON, IN_GRACE, MISSING }

    /**
     * @param kind in the words of the officer's file
     * @param until its last day, or the last day in time for one that is missing; null where there is none
     */
    public record Line(UUID officer, String name, String kind, State state, @Nullable LocalDate until, Requirement requirement) {}

    /** The most urgent first. */
    public List<Line> of(List<SchoolMeters> schools, LocalDate asOf) {
        return all(bySchool(schools, asOf));
    }

    /** Of several schools together: one paper of one officer is one. */
    static List<Line> all(Map<UUID, List<Line>> bySchool) {
        return bySchool.values().stream().flatMap(List::stream).distinct().sorted(URGENCY).toList();
    }

    /** In a handful of reads, whatever the number of schools. Call it outside a transaction: a session of a district is not shown these rows. */
    public Map<UUID, List<Line>> bySchool(List<SchoolMeters> schools, LocalDate asOf) {
        if (schools.isEmpty()) return Map.of();
        var agency = organizations.find(schools.getFirst().school().districtId()).map(Organization::parent);
        return agency.isEmpty() ? Map.of() : Tenancy.as(Scope.system(agency.get()), () -> read(schools, asOf));
    }

    private Map<UUID, List<Line>> read(List<SchoolMeters> schools, LocalDate asOf) {
        var soon = asOf.plusDays(rules.inForce(SOON, "ALL", asOf).orElseThrow().number());
        var officers = schools.stream().flatMap(s -> s.officers().stream()).map(SchoolMeters.OfOfficer::officer).distinct().toList();
        var names = files.names(officers);
        var papers = files.papers(officers);
        var started = files.started(officers);
        var bySchool = new LinkedHashMap<UUID, List<Line>>();
        for (var school : schools) {
            var lines = new ArrayList<Line>();
            var valid = school.requirements().stream().filter(r -> r.subject().equals("GATE:SCHOOL_CERTIFICATE_VALID")).findFirst();
            var kinds = school.posts().stream().map(p -> p.post().kind()).collect(Collectors.toSet());
            for (var gate : school.requirements()) {
                String kind = FILES.get(gate.subject());
                if (gate.kind() != Requirement.Kind.GATE || kind == null || course(kind) && !kinds.contains(kind.substring(0, 3))) continue;
                school.officers().forEach(o -> lines.add(line(new Line(o.officer(), names.getOrDefault(o.officer(), ""), kind, State.MISSING, null, gate),
                        young(papers.getOrDefault(o.officer(), List.of()), kind, started.get(o.officer()), valid), started.get(o.officer()), asOf, soon)));
            }
            bySchool.put(school.school().id(), lines.stream().distinct().sorted(URGENCY).toList());
        }
        return bySchool;
    }

    /** A course is for one kind of officer. */
    private static boolean course(String kind) {
        return kind.endsWith("_COURSE");
    }

    /** A state certificate counts when it was less than so many years old on his first day in schools. */
    static List<Paper> young(List<Paper> papers, String kind, @Nullable LocalDate started, Optional<Requirement> valid) {
        if (!kind.equals("SCHOOL_CERTIFICATE") || started == null || valid.isEmpty()) return papers;
        var oldest = started.minusYears(valid.get().rule().number());
        return papers.stream().filter(p -> !p.kind().equals(kind) || p.issuedOn().isAfter(oldest)).toList();
    }

    /** @param asked officer, kind and gate; the rest is found here. @param soon what ends before that day ends soon */
    static Line line(Line asked, List<Paper> papers, @Nullable LocalDate started, LocalDate asOf, LocalDate soon) {
        var held = papers.stream().filter(p -> p.kind().equals(asked.kind) && p.holds(asOf)).max(Comparator.comparing(p -> p.expiresOn() == null ? LocalDate.MAX : p.expiresOn()));
        if (held.isPresent()) {
            var ends = held.get().expiresOn();
            return new Line(asked.officer, asked.name, asked.kind, ends != null && ends.isBefore(soon) ? State.ENDS_SOON : State.HELD, ends, asked.requirement);
        }
        var rule = asked.requirement.rule();
        var by = rule.unit().startsWith("month") && started != null ? started.plusMonths(rule.number()) : null;
        return new Line(asked.officer, asked.name, asked.kind, by != null && !asOf.isAfter(by) ? State.IN_GRACE : State.MISSING, by, asked.requirement);
    }
}
