package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Nothing raises an alert but a hand: a tip, a message from outside, a timetable or a watchful timer never does.
 * Whoever writes a new way to press adds it here, with the hand that is behind it.
 */
class WhoMayPressTest {

    private static final Path CLASSES = Path.of("target/classes/org/daywatch");
    private static final String LANE = "org/daywatch/emergencies/lane/log/LaneLog.accept";
    private static final String PRESS = "org/daywatch/emergencies/lane/LaneEntry$Press.<init>";
    private static final String STORES = "org/daywatch/emergencies/lane/LaneListener.store";
    private static final String RAISES = "org/daywatch/emergencies/alerts/AlertCommands.press";

    /** Read once for all tests: it takes every class of the application. */
    private static final Map<String, Set<String>> CALLERS = callers(Set.of(LANE, PRESS, STORES, RAISES));

    @Test
    void thoseWhoHandAPressToTheLaneAreNamedHere() {
        assertThat(callersOf(LANE)).containsExactlyInAnyOrder(
                "emergencies/lane/http/LaneHandler", // a person's token, a device's key or a desk button's hook
                "emergencies/exercises/DrillPresses", // whoever began the drill; EXERCISE only
                "emergencies/pathtests/PathTests", // TEST only, silent
                "emergencies/alerts/press/PressPages", // the form of somebody signed in, where no script runs
                "emergencies/devices/hooks/HookActPages"); // somebody tries their desk button; TEST only
    }

    @Test
    void thoseWhoMakeAPressAreNamedHere() {
        assertThat(callersOf(PRESS)).containsExactlyInAnyOrder(
                "emergencies/lane/http/Entries", // what came over the lane
                "emergencies/alerts/press/PressForm", // the form, where no script runs
                "emergencies/exercises/DrillPresses",
                "emergencies/pathtests/PathTests",
                "emergencies/devices/hooks/HookActPages",
                "emergencies/demo/AlertsChapter", "emergencies/demo/DrillPeople", "emergencies/demo/PathTestsChapter");
    }

    @Test
    void thoseWhoHaveAPressStoredAreNamedHere() {
        assertThat(callersOf(STORES)).containsExactlyInAnyOrder(
                "emergencies/lane/drain/Drainer", "emergencies/alerts/press/PressPages",
                "emergencies/alerts/screen/AlertScreenPages", // answers to an alert, never a press
                "emergencies/demo/AlertsChapter", "emergencies/demo/DrillPeople", "emergencies/demo/PathTestsChapter");
    }

    @Test
    void onlyTheIntakeOfTheLaneRaisesAnAlert() {
        assertThat(callersOf(RAISES)).containsExactly("emergencies/alerts/AlertIntake");
    }

    private static Set<String> callersOf(String member) {
        return CALLERS.getOrDefault(member, Set.of());
    }

    /**
     * Every class that names one of these, be it in a call or as a reference; a class inside another counts as the
     * other.
     */
    private static Map<String, Set<String>> callers(Set<String> members) {
        var callers = new HashMap<String, Set<String>>();
        try {
            for (var file : Sources.files(CLASSES, ".class")) {
                String caller = CLASSES.relativize(file).toString().replaceFirst("(\\$.*)?\\.class$", "");
                for (var entry : ClassFile.of().parse(Files.readAllBytes(file)).constantPool()) {
                    if (!(entry instanceof MemberRefEntry ref)) continue;
                    String member = ref.owner().asInternalName() + "." + ref.name().stringValue();
                    boolean itself = member.matches("org/daywatch/\\Q" + caller + "\\E[.$].*");
                    if (members.contains(member) && !itself)
                        callers.computeIfAbsent(member, m -> new TreeSet<>()).add(caller);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return callers;
    }
}
