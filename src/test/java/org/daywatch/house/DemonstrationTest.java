package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.demo.DemoChapter;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing the demonstration does may be impossible by hand: whatever its chapters call to change something is also
 * called, through whatever lies between, from a page, from the command line, or by the installation itself at its time.
 */
class DemonstrationTest {

    /** The demonstration's own: its clock, and people who are there without having been invited. */
    private static final Map<String, String> ITS_OWN = Map.ofEntries(
            Map.entry("org.daywatch.platform.time.DemoClock", "the clock of the story"),
            Map.entry("org.daywatch.platform.demo", "the frame of the demonstration"),
            Map.entry("org.daywatch.platform.tenancy.Tenants.letTimersWait",
                    "its clock stands while the story is told"),
            Map.entry("org.daywatch.platform.identity.Organizations.join",
                    "personas sign in by one click; a person is invited"),
            Map.entry("org.daywatch.staffing.caps.CapPolicyStore.adopt",
                    "invented departments have no published limits, so each has somebody's figures under its own name; real sets come with Daywatch"),
            Map.entry("org.daywatch.staffing.postplans.PlanJobs.run", "the job that the page starts, waited for"),
            Map.entry("org.daywatch.planning.drills.DrillCommands.endIfRunning",
                    "the end that the page calls, where the end of the alert was not heard before"),
            Map.entry("org.daywatch.relationships.tips.HandedTips.take",
                    "what the ring does when a bucket is over; it keeps real time, the story does not"),
            Map.entry("org.daywatch.relationships.tips.thread.TipReceipts",
                    "what the door does with sixteen digits, at a port of its own"),
            Map.entry("org.daywatch.relationships.tips.door.DoorHere.lookAgain",
                    "what the door does by itself every some minutes"));

    private static final List<Class<? extends java.lang.annotation.Annotation>> BY_ITSELF = List.of(
            org.springframework.scheduling.annotation.Scheduled.class,
            org.springframework.modulith.events.ApplicationModuleListener.class,
            org.springframework.context.event.EventListener.class);

    @Test
    void whateverTheDemonstrationDoesAPersonCanDo() {
        var classes = Compiled.MAIN;
        Offenders.none(
                "Only the demonstration can do this: give each a page or a command, or name it here with the reason.",
                impossibleByHand(classes));
    }

    @Test
    void aDoorThatOnlyTheDemonstrationHasIsFound() {
        var classes = new ClassFileImporter().importClasses(PlantedChapter.class, PlantedDoors.class, PlantedPage.class,
                DemoChapter.class);
        assertThat(impossibleByHand(classes)).containsExactly(PlantedDoors.class.getName() + ".onlyTold");
    }

    /** Methods of beans that chapters call and that change something, less those that a page or command reaches. */
    private static Set<String> impossibleByHand(JavaClasses classes) {
        var chapters = classes.stream().filter(DemonstrationTest::isDemonstration).toList();
        var callers = callers(classes);
        var missing = new TreeSet<String>();
        for (var chapter : chapters) {
            for (var unit : chapter.getCodeUnits()) {
                calls(unit).filter(m -> !isDemonstration(m.getOwner())).filter(DemonstrationTest::changes)
                        .filter(m -> !itsOwn(m))
                        .filter(m -> !reached(m, callers))
                        .forEach(m -> missing.add(m.getOwner().getName() + "." + m.getName()));
            }
        }
        return missing;
    }

    private static boolean isDemonstration(JavaClass type) {
        return type.getPackageName().endsWith(".demo") || type.isAssignableTo(DemoChapter.class)
                || type.getEnclosingClass().filter(DemonstrationTest::isDemonstration).isPresent();
    }

    private static boolean itsOwn(JavaMethod method) {
        String name = method.getOwner().getName() + "." + method.getName();
        return ITS_OWN.keySet().stream().anyMatch(own -> name.equals(own) || name.startsWith(own + "."));
    }

    /** A bean's method that does not say that it only reads. */
    private static boolean changes(JavaMethod method) {
        var owner = method.getOwner();
        if (!isBean(owner) && !owner.isInterface()) return false;
        if (owner.isInterface() && owner.getAllSubclasses().stream().noneMatch(DemonstrationTest::isBean)) return false;
        if (owner.isInterface())
            return owner.getAllSubclasses().stream().filter(DemonstrationTest::isBean)
                    .flatMap(s -> s.tryGetMethod(method.getName(), names(method)).stream())
                    .anyMatch(DemonstrationTest::changes);
        var own = method.tryGetAnnotationOfType(Transactional.class)
                .or(() -> owner.tryGetAnnotationOfType(Transactional.class));
        return own.map(t -> !t.readOnly()).orElse(true)
                && !method.getName().matches("(get|find|list|is|has|of|count)([A-Z].*)?")
                && !method.getName().matches("text|t|instant|published");
    }

    private static String[] names(JavaMethod method) {
        return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    }

    private static boolean isBean(JavaClass type) {
        return Stream.of(Component.class, Repository.class, Controller.class).anyMatch(type::isAnnotatedWith);
    }

    /**
     * Who calls what, an implementation also by whoever calls its interface. Lambdas belong to the method they stand
     * in.
     */
    private static Map<String, Set<JavaCodeUnit>> callers(JavaClasses classes) {
        var callers = new HashMap<String, Set<JavaCodeUnit>>();
        for (var type : classes) {
            if (isDemonstration(type)) continue;
            for (var unit : type.getCodeUnits()) {
                calls(unit).forEach(m -> {
                    callers.computeIfAbsent(m.getFullName(), k -> new HashSet<>()).add(unit);
                    for (var sub : m.getOwner().getAllSubclasses()) {
                        sub.tryGetMethod(m.getName(), names(m)).ifPresent(
                                over -> callers.computeIfAbsent(over.getFullName(), k -> new HashSet<>()).add(unit));
                    }
                });
            }
        }
        return callers;
    }

    private static Stream<JavaMethod> calls(JavaCodeUnit unit) {
        return Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                .flatMap(c -> c.getTarget().resolveMember().stream())
                .filter(JavaMethod.class::isInstance).map(JavaMethod.class::cast);
    }

    private static boolean reached(JavaMethod method, Map<String, Set<JavaCodeUnit>> callers) {
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<JavaCodeUnit>(List.of(method));
        while (!waiting.isEmpty()) {
            var unit = waiting.poll();
            if (!seen.add(unit.getFullName())) continue;
            if (isDoor(unit)) return true;
            waiting.addAll(callers.getOrDefault(unit.getFullName(), Set.of()));
            // An implementation is reached through what it implements.
            if (unit instanceof JavaMethod m) {
                for (var above : Stream.concat(m.getOwner().getAllRawInterfaces().stream(),
                        m.getOwner().getAllRawSuperclasses().stream()).toList()) {
                    above.tryGetMethod(m.getName(), names(m))
                            .ifPresent(over -> waiting.addAll(callers.getOrDefault(over.getFullName(), Set.of())));
                }
            }
        }
        return false;
    }

    /**
     * A handler of a page, a command's own code, or what an installation does by itself: at its time, or because it
     * heard a fact.
     */
    private static boolean isDoor(JavaCodeUnit unit) {
        var owner = unit.getOwner();
        return owner.isAnnotatedWith(Controller.class)
                && unit.getAnnotations().stream()
                        .anyMatch(a -> a.getRawType().getName().startsWith("org.springframework.web.bind.annotation."))
                || owner.isAssignableTo(InstallationCommand.class)
                || BY_ITSELF.stream().anyMatch(unit::isAnnotatedWith);
    }

    @Component
    static class PlantedDoors {

        void onlyTold() {}

        void onAPageToo() {}

        @Transactional(readOnly = true)
        void looked() {}
    }

    static class PlantedChapter implements DemoChapter {

        private final PlantedDoors doors = new PlantedDoors();

        @Override
        public int order() {
            return 1;
        }

        @Override
        public void tell(org.daywatch.platform.demo.DemoStory story) {
            Runnable later = doors::onlyTold;
            later.run();
            doors.onlyTold();
            doors.onAPageToo();
            doors.looked();
        }
    }

    @Controller
    static class PlantedPage {

        private final PlantedDoors doors = new PlantedDoors();

        @org.springframework.web.bind.annotation.PostMapping("/planted")
        void press() {
            Runnable work = () -> doors.onAPageToo();
            work.run();
        }
    }
}
