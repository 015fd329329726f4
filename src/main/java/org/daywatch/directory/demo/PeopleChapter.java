package org.daywatch.directory.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.assistance.AssistanceNotes;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.visitors.Visitor;
import org.daywatch.directory.visitors.Visitors;
import org.daywatch.directory.visitors.barred.BarredPeople;
import org.daywatch.directory.visitors.kiosk.Kiosks;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoFiles;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The ninth grade of the high school, its teachers and guardians as the district's files have them, and this morning's
 * visitors. All of them are invented.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class PeopleChapter implements DemoChapter {

    private static final String[] ROSTER = {"manifest.csv", "orgs.csv", "academicSessions.csv", "classes.csv",
            "users.csv", "roles.csv", "enrollments.csv"};

    private final FileImports imports;
    private final Organizations organizations;
    private final Campuses campuses;
    private final ClassRosters rosters;
    private final Visitors visitors;
    private final BarredPeople barred;
    private final Kiosks kiosks;
    private final AssistanceNotes notes;

    PeopleChapter(FileImports imports, Organizations organizations, Campuses campuses, ClassRosters rosters,
            Visitors visitors, BarredPeople barred, Kiosks kiosks, AssistanceNotes notes) {
        this.imports = imports;
        this.organizations = organizations;
        this.campuses = campuses;
        this.rosters = rosters;
        this.visitors = visitors;
        this.barred = barred;
        this.kiosks = kiosks;
        this.notes = notes;
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public void tell(DemoStory story) {
        UUID district = story.the("ironwood");
        UUID school = story.the("ironwood-high");
        var office = office(district, school);
        Tenancy.run(Scope.system(district), () -> {
            SchoolsChapter.complete(imports.take(ImportKind.ONEROSTER,
                    new ImportFile(DemoFiles.folder("oneroster", ROSTER), "roster", district)));
            SchoolsChapter.complete(imports.take(ImportKind.GUARDIANS,
                    new ImportFile(DemoFiles.copy("guardians.csv"), "guardians.csv", district)));
            var students = rosters.students(school);
            notes.write(office, campuses.find(school).orElseThrow(), students.get(3).id(),
                    "Uses a wheelchair: the evacuation chair hangs by the stairs of the second floor; two adults.");
            notes.write(office, campuses.find(school).orElseThrow(), students.get(20).id(),
                    "Alarms frighten them: ear protection is in the top drawer of the desk.");
        });
        comes(story, office, "07:55",
                new Visitor.Entry("Hollis Brandtmore", "Copper State Copiers", "Front office", "Repair", true));
        comes(story, office, "08:30",
                new Visitor.Entry("Marta Quintanilla-Reed", "", "Counselor", "Meeting about a schedule", true));
        comes(story, office, "09:05",
                new Visitor.Entry("Osric Fenwater", "Desert Sun Theater", "Room 104", "Rehearsal", true));
        comes(story, office, "09:25", new Visitor.Entry("Ines Calderwood", "", "Nurse", "Brings medicine", true));
        atTheDoor(story, office, district, school);
        story.whenItIs(story.today(), LocalTime.of(9, 10), () -> Tenancy.run(Scope.system(district),
                () -> visitors.signOutByBadge(campuses.find(school).orElseThrow(), 2)));
    }

    /** A tablet at the door, a list of people not admitted, and somebody whose name is like one on it. */
    private void atTheDoor(DemoStory story, Actor office, UUID district, UUID school) {
        story.whenItIs(story.today(), LocalTime.of(7, 40), () -> Tenancy.run(Scope.system(district), () -> {
            barred.set(office, school, "Wendell Karsgrove", "Shouted at staff and would not leave the building",
                    "Trespass notice of Sep 30, file 4", LocalDate.of(2026, 9, 30), LocalDate.of(2027, 5, 21));
            kiosks.pair(kiosks.take(kiosks.make(office, campuses.find(school).orElseThrow(),
                    "Tablet at the main entrance", "2468")));
        }));
        story.whenItIs(story.today(), LocalTime.of(9, 36), () -> Tenancy.run(Scope.system(district), () -> visitors
                .arrive(new Visitors.By(null, kiosks.ofSchool(campuses.find(school).orElseThrow()).getFirst().id()),
                        campuses.find(school).orElseThrow(),
                        new Visitor.Entry("Wendel Karsgrove", "", "Room 104", "Talk with a teacher", false))));
    }

    private void comes(DemoStory story, Actor office, String time, Visitor.Entry entry) {
        story.whenItIs(story.today(), LocalTime.parse(time), () -> Tenancy.run(Scope.system(office.tenant()),
                () -> visitors.arrive(new Visitors.By(office.person(), null),
                        campuses.find(story.the("ironwood-high")).orElseThrow(), entry)));
    }

    private Actor office(UUID district, UUID school) {
        UUID person = organizations.join(district, "office@demo.daywatch.example", "Sasha Vandermeer",
                Role.FRONT_OFFICE, school);
        return new Actor(person, "Sasha Vandermeer", district, "Ironwood Valley Unified District", Role.FRONT_OFFICE,
                Role.FRONT_OFFICE.defaults(), school, Capacity.NONE, Ids.next(), "en");
    }
}
