package org.daywatch.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whoever lets other machines in says how passwords are kept from being read on the way. */
class ServeInClearTest {

    private static Throwable failure(String... arguments) {
        var failed = new Throwable[1];
        new CommandLine(new ServeCommand()).setExecutionExceptionHandler((e, line, parsed) -> {
            failed[0] = e;
            return 2;
        }).execute(arguments);
        return failed[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void anAddressForOtherMachinesWithoutTlsIsRefusedWithWhatToDo(String address) {
        assertThat(failure("--address", address)).isInstanceOf(InvalidInput.class).hasMessageContaining(address)
                .hasMessageContaining("--certificate and --key").hasMessageContaining("--behind-proxy")
                .hasMessageContaining("--in-clear");
    }

    @Test
    void withOneOfThemTheStartGoesOnToTheNextQuestion() {
        for (var said : new String[][] {{"--behind-proxy"}, {"--in-clear"}}) {
            var failed = failure("--address", "0.0.0.0", said[0], "--site", "no address");
            assertThat(failed).isInstanceOf(InvalidInput.class).hasMessageContaining("no address");
        }
        assertThat(failure("--site", "no address")).as("this machine alone").hasMessageContaining("no address");
    }
}
