package org.daywatch.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** A command that fails says why in a sentence; the trace is kept for whoever looks for the fault. */
class PlainFailureTest {
    @TempDir Path folder;

    private record Said(int code, String text) {}

    @Test
    void aDatabaseThatGoesAwayInTheMiddleIsOneSentenceAndTheTraceLiesInTheFolder() throws IOException {
        var gone = new IllegalStateException("could not open a transaction",
                new SQLTransientConnectionException("dw_app 16 - Connection is not available"));
        var ended = new IllegalStateException("could not insert",
                new SQLException("FATAL: terminating connection due to administrator command", "57P01"));
        for (var failure : new Throwable[] {gone, ended}) {
            var said = say(failure);
            assertThat(said.code()).isEqualTo(ExitCodes.INTERNAL);
            assertThat(said.text().lines()).hasSize(2);
            assertThat(said.text()).startsWith("The database does not answer any more.")
                    .contains("give the same command again", "Details: " + folder.resolve("failure.log"))
                    .doesNotContain("\tat ");
        }
        assertThat(Files.readString(folder.resolve("failure.log"))).contains("could not insert", "\tat ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("failure.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatWasSetWronglyIsNamedHoweverDeepItLies() {
        var said = say(new IllegalStateException("bean",
                new RuntimeException("factory", new InvalidInput("DAYWATCH_DATABASE_URL", "x", "Write an address."))));
        assertThat(said).isEqualTo(new Said(ExitCodes.REFUSED, "DAYWATCH_DATABASE_URL x: Write an address.\n"));
    }

    @Test
    void tooLittleMemoryAPortInUseAndAFullDiskSayWhatToDo() {
        assertThat(say(new IllegalStateException(new OutOfMemoryError("Java heap space"))).text())
                .contains("memory given to Java", "-Xmx512m");
        assertThat(say(new IllegalStateException(new PortInUseException(9140))).text())
                .contains("Port 9140 is used by another program", "--port");
        assertThat(say(new IllegalStateException(new SQLException("could not extend file", "53100"))).text())
                .contains("disk of the database is full");
    }

    @Test
    void anyOtherFaultSaysItsInnermostReason() {
        assertThat(say(new IllegalStateException("outer", new IOException("the tape tore"))).text())
                .startsWith("the tape tore\n");
        assertThat(say(new IllegalStateException("outer", new IOException())).text())
                .startsWith("java.io.IOException\n");
    }

    private Said say(Throwable failure) {
        var text = new StringWriter();
        int code = PlainFailure.say(failure, new PrintWriter(text), folder);
        return new Said(code, text.toString());
    }
}
