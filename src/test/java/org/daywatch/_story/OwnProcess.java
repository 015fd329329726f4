package org.daywatch._story;

import java.util.ArrayList;
import java.util.List;

/** A Java process with the class path of the tests, to be killed. It starts sooner than one that lives long: compiled once, and its classes are those that the compiler just wrote. */
public final class OwnProcess {

    private static final List<String> SOON = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
            "--enable-native-access=ALL-UNNAMED", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true");

    private OwnProcess() {}

    /** @param megabytes of heap at most @param options of the virtual machine */
    public static List<String> command(int megabytes, List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(SOON);
        command.add("-Xmx" + megabytes + "m");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
