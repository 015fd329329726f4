package org.daywatch.emergencies.cap.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.daywatch.emergencies.cap.CapCheck;
import org.daywatch.emergencies.cap.CapUnreadable;
import org.daywatch.emergencies.cap.PublicKeys;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch cap check FILE}: no installation is needed. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check a CAP 1.2 message: its structure, the rules beyond it and, with a key, its signature; no installation is needed.",
        footer = {"", "Format: docs/formats/cap.md."})
class CapCheckCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The message, XML.") Path file = Path.of("");

    @Option(names = "--key", paramLabel = "FILE",
            description = "Public key of the sender, or a certificate that holds it (PEM, Base64 or DER; Ed25519, EC or RSA): check the signature with it.") @Nullable Path key;

    @Option(names = "--xsd", paramLabel = "FILE",
            description = "Check against this XML schema too, a profile's for example; the standard's own is always checked.") @Nullable Path xsd;

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() {
        try {
            var check = CapCheck.of(bytes("FILE", file), key == null ? null : key(key),
                    xsd == null ? null : bytes("--xsd", xsd));
            var out = spec.commandLine().getOut();
            if (json) out.println(CapCheckText.json(check));
            else CapCheckText.lines(check).forEach(out::println);
            out.flush();
            return check.faults().isEmpty() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
        } catch (CapUnreadable e) {
            throw new InvalidInput("FILE", file.toString(), "Cannot be checked: " + e.getMessage());
        }
    }

    private static byte[] bytes(String field, Path from) {
        try {
            return Files.readAllBytes(from);
        } catch (IOException e) {
            throw new InvalidInput(field, from.toString(),
                    "Cannot be read; name a file that is there and may be read.");
        }
    }

    private static PublicKey key(Path from) {
        return PublicKeys.read(bytes("--key", from)).orElseThrow(() -> new InvalidInput("--key", from.toString(),
                "Holds no public key; give the sender's X.509 certificate or its public key (PEM, Base64 or DER) of the kind Ed25519, EC or RSA."));
    }
}
