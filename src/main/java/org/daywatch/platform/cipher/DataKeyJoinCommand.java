package org.daywatch.platform.cipher;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code daywatch data-key join}: without an installation, and beside a running one, which reads the file again when it
 * has changed.
 */
@Command(name = "join", mixinStandardHelpOptions = true,
        description = "Put the data keys together again from holders' shares, and keep them where the installation reads them.",
        footer = {"", "Format: docs/formats/data-key-share.md."})
class DataKeyJoinCommand implements Callable<Integer> {

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE",
            description = "Files of the shares, as handed out or with the lines typed from paper.") List<Path> files = List
                    .of();

    @Option(names = "--data", defaultValue = "${DAYWATCH_DATA_DIRECTORY:-var/postgres}",
            description = "Folder of the embedded database (default: ${DEFAULT-VALUE}).") Path data = Path
                    .of("var/postgres");

    @Option(names = "--key-file", paramLabel = "FILE",
            description = "The file itself, where daywatch.data-keys.file names another place.") Path keyFile;

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var mapper = JsonMapper.builder().build();
        var shares = new ArrayList<KeyShare>();
        for (var file : files) shares.add(ShareSheet.read(file.getFileName().toString(), text(file), mapper));
        var keys = KeyShares.join(shares);
        var to = keyFile == null ? data.resolve("data-keys").resolve("keys") : keyFile;
        if (keyFile == null && !Files.isDirectory(data))
            throw new InvalidInput("--data", data.toString(), "There is no such folder; restore the backup first.");
        new DataKeys(to).take(keys);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(mapper.writeValueAsString(object(to, shares, keys.size())));
        } else {
            out.println(to + " holds " + keys.size() + (keys.size() == 1 ? " key" : " keys") + " again, from splitting "
                    + shares.getFirst().setName() + ". What was encrypted with them can be read.");
            out.println("Delete the files with the shares, and split anew: these sheets have been seen together.");
        }
        out.flush();
        return ExitCodes.DONE;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInput("FILE", file.toString(), "There is no such file.");
        } catch (MalformedInputException e) {
            throw new InvalidInput("FILE", file.toString(),
                    "This is no text: give the JSON file, or a text file with the lines of the sheet.");
        }
    }

    static Map<String, Object> object(Path to, List<KeyShare> shares, int keys) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.data-key-joined");
        object.put("version", 1);
        object.put("file", to.toString());
        object.put("set", shares.getFirst().setName());
        object.put("shares", shares.stream().map(KeyShare::number).distinct().sorted().toList());
        object.put("keys", keys);
        return object;
    }
}
