package org.daywatch.directory.districts;

import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A district of the agency's program.
 *
 * @param ncesId its seven-digit number in the national list (LEA id); empty where it is not known
 * @param state two letters
 */
public record District(@Nullable UUID id, String name, String ncesId, String state) {

    /** @throws InvalidInput naming every field that is wrong */
    public District {
        name = name.strip();
        ncesId = ncesId.strip();
        state = state.strip().toUpperCase(Locale.ROOT);
        var wrong = new ArrayList<FieldError>();
        if (name.isEmpty() || name.length() > 200) wrong.add(new FieldError("name", name, "districts.error.name"));
        if (!ncesId.isEmpty() && !ncesId.matches("[0-9]{7}"))
            wrong.add(new FieldError("ncesId", ncesId, "districts.error.nces"));
        if (!state.matches("[A-Z]{2}")) wrong.add(new FieldError("state", state, "districts.error.state"));
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }

    /** @param dated schools with a school year that is not over. @param rung schools with bells */
    public record Progress(District district, long schools, long dated, long rung) {}
}
