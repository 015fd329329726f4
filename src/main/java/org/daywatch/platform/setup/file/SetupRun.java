package org.daywatch.platform.setup.file;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.json.Flaw;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.SetupReport.Line;
import org.daywatch.platform.setup.file.SetupReport.Outcome;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts say what they did; what a service refuses becomes a refusal of the section, at its place in the file.
 */
public final class SetupRun {

    private final boolean dry;
    private final Texts words;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable String administrator;

    SetupRun(boolean dry, Texts words) {
        this.dry = dry;
        this.words = words;
    }

    public boolean dry() {
        return dry;
    }

    public void created(JsonValue where, String what) {
        lines.add(new Line(Outcome.CREATED, where.path(), what, List.of()));
    }

    public void unchanged(JsonValue where, String what) {
        lines.add(new Line(Outcome.UNCHANGED, where.path(), what, List.of()));
    }

    /** Where what changed is counted in words. */
    public void updated(JsonValue where, String what) {
        lines.add(new Line(Outcome.CHANGED, where.path(), what, List.of()));
    }

    /** @param work changes it; not asked where nothing differs */
    public void changed(JsonValue where, String what, Differences differences, Runnable work) {
        if (!differences.any()) {
            unchanged(where, what);
            return;
        }
        work.run();
        lines.add(new Line(Outcome.CHANGED, where.path(), what, differences.changes()));
    }

    /** The administrator who is let in first, and needs a link. */
    public void first(String email) {
        administrator = email;
    }

    /** Work for one thing the file names. */
    public void at(JsonValue where, Runnable work) {
        try {
            work.run();
        } catch (InvalidInput wrong) {
            var error = wrong.errors().getFirst();
            throw new SectionRefused(new Flaw(where.line(), where.path(),
                    error.value().isEmpty() ? "" : '"' + error.value() + '"', SetupReading.sentence(words, error)));
        } catch (Refused refused) {
            throw refuse(where, sentence(refused));
        } catch (Problem | IntakeRefused problem) {
            throw refuse(where, String.valueOf(problem.getMessage()));
        }
    }

    /** @return to be thrown */
    public RuntimeException refuse(JsonValue where, String advice) {
        return new SectionRefused(new Flaw(where.line(), where.path(), where.shown(), advice));
    }

    /** Why the rules do not allow it, for people. */
    public String sentence(Refused refused) {
        String said = words.raw("en", "refusal." + refused.code().name());
        for (var detail : refused.details().entrySet())
            said = said.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        return said;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    @Nullable
    String administrator() {
        return administrator;
    }
}
