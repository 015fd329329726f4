package org.daywatch.platform.cipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code daywatch data-key split}: sheets for holders, some of whom together give the keys back when everything else is
 * lost.
 */
@Command(name = "split", mixinStandardHelpOptions = true,
        description = "Divide the data keys among holders: any few of their sheets give them back, fewer give nothing.",
        footer = {"", "Format: docs/formats/data-key-share.md."})
class DataKeySplitCommand extends InstallationCommand {

    @Option(names = "--holders", defaultValue = "5",
            description = "How many people hold a share (default: ${DEFAULT-VALUE}).") int holders = 5;

    @Option(names = "--needed", defaultValue = "3",
            description = "How many of them are needed together (default: ${DEFAULT-VALUE}).") int needed = 3;

    @Option(names = "--out", required = true, paramLabel = "DIR",
            description = "New or empty folder for the sheets.") Path out;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    protected int run(ConfigurableApplicationContext installation) throws IOException {
        var keys = installation.getBean(DataKeys.class).all();
        var made = installation.getBean(Clock.class).instant().atZone(ZoneOffset.UTC).toLocalDate();
        String name = installation.getBean(Tenants.class).agencies().stream().map(Tenants.Tenant::name).sorted()
                .collect(Collectors.joining(", "));
        var sheets = KeyShares.split(keys, holders, needed, new SecureRandom()).stream()
                .map(share -> new ShareSheet(share, name, made)).toList();
        var mapper = installation.getBean(JsonMapper.class);
        write(sheets, mapper);
        var printed = spec.commandLine().getOut();
        if (json) {
            printed.println(mapper.writeValueAsString(object(out, sheets, keys.size())));
        } else {
            printed.println("Split " + keys.size() + (keys.size() == 1 ? " key" : " keys") + " among " + holders
                    + " holders in " + out + "; any " + needed + " give them back.");
            printed.println("Print each share-N.pdf, hand it to one person, and delete the folder: whoever has "
                    + needed + " of its files has the keys.");
            printed.println("Split again after \"data-key renew\", and when a holder leaves.");
        }
        printed.flush();
        return ExitCodes.DONE;
    }

    private void write(List<ShareSheet> sheets, JsonMapper mapper) throws IOException {
        if (Files.exists(out)) {
            try (var content = Files.list(out)) {
                if (content.findAny().isPresent())
                    throw new InvalidInput("--out", out.toString(), "The folder is not empty; name a new one.");
            }
        }
        Files.createDirectories(out);
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwx------"));
        for (var sheet : sheets) {
            secret(out.resolve(sheet.name() + ".json"),
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(sheet.object()));
            secret(out.resolve(sheet.name() + ".pdf"), sheet.pdf());
        }
    }

    private static void secret(Path file, byte[] bytes) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }

    static Map<String, Object> object(Path out, List<ShareSheet> sheets, int keys) {
        var one = sheets.getFirst();
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.data-key-split");
        object.put("version", 1);
        object.put("folder", out.toString());
        object.put("installation", one.installation());
        object.put("made", one.made().toString());
        object.put("set", one.share().setName());
        object.put("holders", one.share().holders());
        object.put("needed", one.share().needed());
        object.put("keys", keys);
        return object;
    }
}
