package org.daywatch.directory.demo;

import static org.daywatch.directory.DayKind.EARLY_RELEASE;
import static org.daywatch.directory.DayKind.HALF_DAY;
import static org.daywatch.directory.DayKind.LATE_START;
import static org.daywatch.directory.DayKind.REGULAR;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.sites.Position;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoFiles;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Three invented districts: a large suburban one, a city one of elementary schools, and a remote one in the Navajo
 * Nation's time.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class SchoolsChapter implements DemoChapter {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);

    private final FileImports imports;
    private final Organizations organizations;
    private final Campuses campuses;
    private final Schools schools;
    private final Bells bells;

    SchoolsChapter(FileImports imports, Organizations organizations, Campuses campuses, Schools schools, Bells bells) {
        this.imports = imports;
        this.organizations = organizations;
        this.campuses = campuses;
        this.schools = schools;
        this.bells = bells;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(LocalDate.of(2026, 7, 14), LocalTime.of(9, 0));
        complete(imports.take(ImportKind.NCES, new ImportFile(DemoFiles.copy("schools.csv"), "schools.csv", null)));
        var ironwood = district(story, "ironwood", "Ironwood Valley Unified District", "calendar-ironwood.ics");
        var paloBrea = district(story, "palo-brea", "Palo Brea Elementary District", "calendar-palo-brea.ics");
        var blueCanyon = district(story, "blue-canyon", "Blue Canyon Unified District", "calendar-blue-canyon.ics");
        bells(ironwood, null, "08:40", "15:15", "13:45");
        bells(ironwood, SchoolLevel.HIGH, "07:25", "14:20", "12:50");
        bells(ironwood, SchoolLevel.MIDDLE, "08:10", "15:05", "13:35");
        bells(paloBrea, null, "08:30", "15:10", "12:30");
        bells(blueCanyon, null, "08:00", "15:00", "13:00");
        locate(ironwood, 33.6310, -112.4390);
        locate(paloBrea, 33.5712, -112.3510);
        locate(blueCanyon, 36.1540, -110.2110);
        people(story, ironwood, paloBrea);
    }

    private UUID district(DemoStory story, String name, String fullName, String calendar) {
        UUID id = organizations.listOwn("DISTRICT").stream().filter(o -> o.name().equals(fullName)).findFirst()
                .orElseThrow().id();
        story.remember(name, id);
        complete(imports.take(ImportKind.CALENDAR, new ImportFile(DemoFiles.copy(calendar), calendar, id)));
        return id;
    }

    private void bells(UUID district, @Nullable SchoolLevel level, String first, String last, String early) {
        var scope = new CalendarScope(district, null, level);
        LocalTime begin = LocalTime.parse(first);
        LocalTime end = LocalTime.parse(last);
        ring(scope, REGULAR, begin, end);
        ring(scope, EARLY_RELEASE, begin, LocalTime.parse(early));
        ring(scope, HALF_DAY, begin, LocalTime.parse("12:00"));
        ring(scope, LATE_START, begin.plusHours(2), end);
    }

    private void ring(CalendarScope scope, DayKind kind, LocalTime first, LocalTime last) {
        bells.apply(new BellChange(scope, kind, first, last, FROM));
    }

    /**
     * A grid of about a mile: invented places that are near each other as a district's schools are. Two stay unknown:
     * there the desk code is the way in.
     */
    private void locate(UUID district, double latitude, double longitude) {
        var list = campuses.list(CalendarScope.all(district));
        for (int i = 0; i < list.size(); i++) {
            if (Set.of("Saddleback Ridge High School", "Verrado Mesa High School").contains(list.get(i).name()))
                continue;
            schools.locate(list.get(i).id(),
                    new Position(latitude + (i / 5) * 0.0151, longitude + (i % 5) * 0.0177, 160, List.of()));
        }
    }

    private void people(DemoStory story, UUID ironwood, UUID paloBrea) {
        var high = school(story, "ironwood-high", ironwood, "Ironwood High School");
        var kestrel = school(story, "kestrel", ironwood, "Kestrel Middle School");
        var estrella = school(story, "estrella", paloBrea, "Estrella Elementary School");
        organizations.join(ironwood, "principal@demo.daywatch.example", "Morgan Sedgewick", Role.PRINCIPAL, high);
        organizations.join(ironwood, "principal.kestrel@demo.daywatch.example", "Avery Lindqvist", Role.PRINCIPAL,
                kestrel);
        organizations.join(paloBrea, "principal.estrella@demo.daywatch.example", "Jordan Salcedo", Role.PRINCIPAL,
                estrella);
        organizations.join(ironwood, "safety@demo.daywatch.example", "Taylor Winslow", Role.SAFETY_DIRECTOR, null);
        organizations.join(paloBrea, "safety.palobrea@demo.daywatch.example", "Reese Montoya-Field",
                Role.SAFETY_DIRECTOR, null);
    }

    private UUID school(DemoStory story, String name, UUID district, String fullName) {
        UUID id = campuses.list(CalendarScope.all(district)).stream().filter(c -> c.name().equals(fullName))
                .map(Campus::id).findFirst().orElseThrow();
        story.remember(name, id);
        return id;
    }

    static void complete(ImportReport report) {
        if (report.refusedRows() > 0)
            throw new IllegalStateException("the demonstration's own file was refused: " + report);
    }
}
