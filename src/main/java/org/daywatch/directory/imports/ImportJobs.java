package org.daywatch.directory.imports;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportWatch;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.ImportRunRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Previews and imports that go on after the page has been answered. What is stored is the truth: a run whose process
 * died shows no sign of life, can be undone, and the same file can be imported again.
 */
@Component
class ImportJobs {
    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    /** Most files are done within this; their result is shown at once instead of a progress bar. */
    private static final Duration PATIENCE = Duration.ofMillis(900);
    private final Imports imports;
    private final ImportStore store;
    private final Uploads uploads;

    ImportJobs(Imports imports, ImportStore store, Uploads uploads) {
        this.imports = imports;
        this.store = store;
        this.uploads = uploads;
    }

    /** @param more what is said with a calendar; it counts for the import, too */
    UUID preview(Actor actor, ImportKind kind, String fileName, InputStream content, @Nullable UUID district,
            ImportFile.ForCalendar more) {
        imports.importer(kind); // refuses before the file is kept
        UUID run = Ids.next();
        var file = new ImportFile(uploads.path(run), fileName, district).with(more);
        String sha256 = uploads.keep(run, content);
        store.begin(run, kind, file, sha256, RunState.PREVIEWING, actor.person());
        preview(actor, run, kind, file);
        return run;
    }

    /** The same file once more, because what is known about its titles has changed. */
    void previewAgain(Actor actor, UUID run) {
        if (!uploads.has(run)) throw new Refused(ImportRefusal.IMPORT_FILE_GONE, Map.of());
        var row = store.get(run);
        if (!store.move(run, RunState.PREVIEWED, RunState.PREVIEWING)) return; // somebody imports it already
        preview(actor, run, ImportKind.valueOf(row.getKind()), kept(row, false));
    }

    /** The file as it was sent, with all that was said with it. */
    private ImportFile kept(ImportRunRecord row, boolean leaversConfirmed) {
        return new ImportFile(uploads.path(row.getId()), row.getFileName(), row.getDistrictId(), leaversConfirmed)
                .with(new ImportFile.ForCalendar(false, row.getFirstDay(), row.getLastDay()));
    }

    private void preview(Actor actor, UUID run, ImportKind kind, ImportFile file) {
        inBackground(actor, run, () -> {
            try {
                var report = imports.preview(kind, file, new ProgressBeat(store, run));
                store.end(run, RunState.PREVIEWED, report, Said.NOTHING);
            } catch (IntakeRefused e) {
                refuse(run, e.said());
            } catch (Refused e) {
                refuse(run, e.details().isEmpty() ? Said.of("refusal." + e.code()) : Said.written(e.getMessage()));
            } catch (Problem e) {
                refuse(run, Said.written(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                refuse(run, Imports.FAULT);
                throw e;
            }
        });
    }

    /** @param leaversConfirmed they say that students the roster no longer names have left, even where they are many */
    void take(Actor actor, UUID run, boolean leaversConfirmed) {
        if (store.isAnyRunning()) throw new Refused(ImportRefusal.IMPORT_AT_WORK, Map.of());
        if (!uploads.has(run)) throw new Refused(ImportRefusal.IMPORT_FILE_GONE, Map.of());
        var row = store.get(run);
        if (row.getAskLeavers() && !leaversConfirmed)
            throw new InvalidInput("leavers", String.valueOf(row.getLeavers()), "imports.leavers.unsaid");
        if (!store.move(run, RunState.PREVIEWED, RunState.RUNNING)) return; // a double click
        var file = kept(row, leaversConfirmed);
        inBackground(actor, run, () -> {
            try {
                imports.take(run, ImportKind.valueOf(row.getKind()), file, ImportWatch.NOBODY);
            } catch (IntakeRefused e) {
                log.info("import {} refused: {}", run, e.getMessage()); // stored with the run
            } finally {
                uploads.discard(run);
            }
        });
    }

    void discard(UUID run) {
        var state = store.state(store.get(run));
        if (state != RunState.PREVIEWED && state != RunState.REFUSED)
            throw new Refused(ImportRefusal.IMPORT_NOT_READY,
                    Map.of("state", state));
        store.discard(run);
        uploads.discard(run);
    }

    private void refuse(UUID run, Said why) {
        store.refuse(run, why);
        uploads.discard(run);
    }

    private void inBackground(Actor actor, UUID run, Runnable work) {
        var ended = new CountDownLatch(1);
        Runnable bound = () -> {
            try {
                Tenancy.run(actor.scope(), work);
            } catch (RuntimeException | Error e) {
                log.error("import {} failed", run, e);
            } finally {
                ended.countDown();
            }
        };
        Thread.ofPlatform().daemon().name("import-" + run).start(new DelegatingSecurityContextRunnable(bound));
        try {
            ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
