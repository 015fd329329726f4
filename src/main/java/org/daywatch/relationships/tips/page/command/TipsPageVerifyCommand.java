package org.daywatch.relationships.tips.page.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.daywatch.platform.Release;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.json.JsonText;
import org.daywatch.relationships.tips.door.FixedPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch tips page verify URL}: no installation is needed, only the jar of the door's release. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Compare what a door for tips serves with this jar's own and with its signed list; no installation is needed.",
        footer = {"", "Format: docs/formats/tips-page.md."})
class TipsPageVerifyCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "URL", description = "The door, such as https://tips.example.org.") String url = "";

    @Option(names = "--signed-by", paramLabel = "KEY",
            description = "The key the list must be signed by, in Base64, as the agency gave it; without it whichever key is taken, and printed.") String key = "";

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() {
        if (!url.matches("https?://[a-zA-Z0-9.\\[\\]:-]+/?"))
            throw new InvalidInput("URL", url,
                    "Write scheme, name and port of the door and nothing behind, such as https://tips.example.org.");
        var door = url.replaceFirst("/$", "");
        var check = PageCheck.of(ServedPage.at(door), key, Release.VERSION, FixedPages::ofThisJar, FixedPages.GUARDS);
        var out = spec.commandLine().getOut();
        if (json) out.print(new String(json(door, check), java.nio.charset.StandardCharsets.UTF_8));
        else say(out, check);
        out.flush();
        return check.faults().isEmpty() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    private void say(PrintWriter out, PageCheck check) {
        check.files().forEach((path, hash) -> out.println(path + "  sha256 " + hash));
        if (!check.key().isEmpty()) out.println("Signed by " + check.key());
        check.faults().forEach(fault -> out.println(fault.kind() + "  " + fault.path() + "  " + fault.words()));
        out.println(check.faults().isEmpty()
                ? "Fine: the door serves what this jar serves." + (key.isBlank()
                        ? " Compare the key with the one the agency gave you."
                        : "")
                : (check.faults().size() == 1 ? "1 fault" : check.faults().size() + " faults")
                        + ". Nobody should write there before somebody knows why.");
    }

    private static byte[] json(String door, PageCheck check) {
        return new JsonText("daywatch.tips-page-verify").field("url", door).field("fine", check.faults().isEmpty())
                .field("release", check.release().orElse(null)).field("key", check.key())
                .list("files", check.files().entrySet().stream()
                        .map(file -> two("path", file.getKey(), "sha256", file.getValue())).iterator())
                .list("faults", check.faults().stream().map(fault -> {
                    var said = two("kind", fault.kind().name(), "path", fault.path());
                    said.put("words", fault.words());
                    return said;
                }).iterator()).bytes();
    }

    private static Map<String, String> two(String name, String value, String other, String otherValue) {
        var both = new LinkedHashMap<String, String>();
        both.put(name, value);
        both.put(other, otherValue);
        return both;
    }
}
