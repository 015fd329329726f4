package org.daywatch.platform.setup.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaw;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonSource;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.setup.SetupProgress;
import org.daywatch.platform.setup.file.SetupReport.Section;
import org.daywatch.platform.setup.file.SetupReport.State;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a set-up file and applies it, section by section in the order of the steps; what each means, its room knows.
 */
@Component
public class SetupFiles {

    public static final String SCHEMA = "daywatch.setup";
    private static final int NAMED = 1_000;

    private final List<SetupPart> parts;
    private final SetupProgress progress;
    private final Texts words;
    private final TransactionTemplate transaction;

    SetupFiles(List<SetupPart> parts, SetupProgress progress, Texts words, PlatformTransactionManager transactions) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(SetupPart::order)).toList();
        this.progress = progress;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A file that was read whole and can be applied. */
    public record SetupFile(List<Read> sections) {}

    record Read(SetupPart part, SetupPart.Work work) {}

    /** @param folder from which the files it names are looked for. @throws FileRefused with every fault of the file */
    public SetupFile read(byte[] bytes, Path folder) {
        var flaws = new Flaws(NAMED);
        var root = JsonSource.read(bytes, flaws);
        var fields = Fields.of(root, flaws, Stream
                .concat(Stream.of("schema", "version"), parts.stream().map(SetupPart::key)).toArray(String[]::new));
        fields.constant("schema", SCHEMA);
        fields.constant("version", "1");
        var reading = new SetupReading(flaws, words, folder);
        var sections = new ArrayList<Read>();
        for (var part : parts) {
            var value = fields.find(part.key());
            if (value != null) sections.add(new Read(part, part.read(value, reading)));
        }
        flaws.refuse();
        return new SetupFile(List.copyOf(sections));
    }

    /**
     * Applies one section after the other until one is refused. A dry run does the same work and takes it back.
     *
     * @param agency empty: the installation has none, and the file founds it
     */
    public SetupReport apply(SetupFile file, Optional<UUID> agency, boolean dry) {
        var founding = file.sections().stream().map(Read::work).filter(SetupPart.FirstWork.class::isInstance)
                .map(SetupPart.FirstWork.class::cast).findFirst();
        if (agency.isEmpty() && founding.isEmpty()) {
            throw new InvalidInput("agency", "",
                    "There is no agency yet: write the section agency with name, state and administrator, or open the link that \"serve\" prints.");
        }
        var id = agency.orElseGet(Ids::next);
        return Tenancy.as(Scope.system(id), () -> dry ? transaction.execute(t -> {
            t.setRollbackOnly();
            return walk(id, file, agency.isPresent(), true);
        }) : walk(id, file, agency.isPresent(), false));
    }

    private SetupReport walk(UUID agency, SetupFile file, boolean founded, boolean dry) {
        var sections = new ArrayList<Section>();
        String administrator = null;
        boolean there = founded;
        boolean refused = false;
        for (var read : file.sections()) {
            if (refused) {
                sections.add(new Section(read.part().key(), State.LEFT, List.of(), null));
                continue;
            }
            var run = new SetupRun(dry, words);
            var flaw = apply(read, agency, there, run);
            refused = flaw != null;
            there = true;
            if (run.administrator() != null) administrator = run.administrator();
            sections.add(new Section(read.part().key(), refused ? State.REFUSED : State.DONE, run.lines(), flaw));
        }
        return new SetupReport(agency, dry, List.copyOf(sections), administrator,
                dry || refused && !founded ? List.of() : progress.lines());
    }

    private @Nullable Flaw apply(Read read, UUID agency, boolean there, SetupRun run) {
        Runnable work = () -> {
            if (!there && read.work() instanceof SetupPart.FirstWork first) first.found(agency, run);
            else read.work().apply(run);
        };
        try {
            if (read.part().oneTransaction()) transaction.executeWithoutResult(t -> work.run());
            else work.run();
            return null;
        } catch (SectionRefused refused) {
            return refused.flaw();
        }
    }
}
