package org.daywatch.platform.identity.agency;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;

/**
 * @param zone whose clock stands at the agency's desk @param version of what was read, so that nobody overwrites what
 * somebody else just changed
 */
public record AgencyDetails(String name, ZoneId zone, String address, String telephone, boolean logo, int version) {

    /** Every field that is wrong. */
    public static List<FieldError> wrong(String name, String zone, String address, String telephone) {
        var wrong = new ArrayList<FieldError>();
        if (name.isBlank() || name.strip().length() > 200)
            wrong.add(new FieldError("agency", name, "welcome.error.agency"));
        if (address.strip().length() > 300) wrong.add(new FieldError("address", address, "agency.error.address"));
        if (!telephone.strip().matches("|[0-9+().x \\-]{7,40}"))
            wrong.add(new FieldError("telephone", telephone, "agency.error.telephone"));
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            wrong.add(new FieldError("zone", zone, "agency.error.zone"));
        }
        return List.copyOf(wrong);
    }

    /** @throws InvalidInput naming every field that is wrong */
    public static AgencyDetails read(String name, String zone, String address, String telephone, int version) {
        var wrong = wrong(name, zone, address, telephone);
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        return new AgencyDetails(name.strip(), ZoneId.of(zone), address.strip(), telephone.strip(), false, version);
    }
}
