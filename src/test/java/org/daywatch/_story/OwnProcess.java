package org.daywatch._story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process with the class path of the tests, to be killed. It starts sooner than one that lives long: compiled
 * once, and its classes are those that the compiler just wrote.
 */
public final class OwnProcess {

    private static final List<String> SOON = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
            "--enable-native-access=ALL-UNNAMED", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true");

    private OwnProcess() {}

    /** @param megabytes of heap at most @param options of the virtual machine */
    public static List<String> command(int megabytes, List<String> options, Class<?> main, String... arguments) {
        return command(megabytes, options, List.of("-cp", System.getProperty("java.class.path")), main, arguments);
    }

    /**
     * The same of the whole application, whose classes come from the jar as it was packed; unless somebody compiled
     * since.
     */
    public static List<String> ofTheApplication(List<String> options, Class<?> main, String... arguments) {
        var here = List.of(System.getProperty("java.class.path").split(":"));
        var classes = Path.of("target/classes").toAbsolutePath();
        if (!Unpacked.exists() || Unpacked.older(classes)) return command(768, options, main, arguments);
        return command(768, options,
                Unpacked.options(here.stream().filter(entry -> !entry.equals(classes.toString())).toList()), main,
                arguments);
    }

    private static List<String> command(int megabytes, List<String> options, List<String> classes, Class<?> main,
            String... arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(SOON);
        command.add("-Xmx" + megabytes + "m");
        command.addAll(options);
        command.addAll(classes);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
