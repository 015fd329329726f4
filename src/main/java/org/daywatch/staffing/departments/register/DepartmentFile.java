package org.daywatch.staffing.departments.register;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;

/**
 * What the agency knows of a department before and beside the terms agreed with it.
 *
 * @param ori the department's number in the national registry (ORI), seven or nine characters; empty where it is not
 * known
 * @param zone the clock its hours are on
 * @param policySet which published limits judge its officers; {@code NOT_KNOWN} until somebody knows
 */
public record DepartmentFile(String name, String ori, Contact contact, ZoneId zone, String policySet) {

    private static final int LONGEST = 200;

    /** Whom the agency calls there. */
    public record Contact(String name, String title, String email, String phone) {

        public static final Contact NONE = new Contact("", "", "", "");
    }

    public DepartmentFile {
        name = name.strip();
        ori = ori.strip().toUpperCase(Locale.ROOT);
        contact = new Contact(contact.name().strip(), contact.title().strip(),
                contact.email().strip().toLowerCase(Locale.ROOT), contact.phone().strip());
    }

    /**
     * What is about to be stored; what came with a list of officers years ago may look otherwise. @throws InvalidInput
     * naming every field that is wrong
     */
    public DepartmentFile checked() {
        var wrong = new ArrayList<FieldError>();
        if (name.isEmpty() || name.length() > LONGEST)
            wrong.add(new FieldError("name", name, "departments.error.name"));
        if (!ori.isEmpty() && !ori.matches("[A-Z]{2}[A-Z0-9]{5}([A-Z0-9]{2})?"))
            wrong.add(new FieldError("ori", ori, "departments.error.ori"));
        if (!contact.email().isEmpty() && !contact.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            wrong.add(new FieldError("contactEmail", contact.email(), "departments.error.email"));
        for (var text : List.of(contact.name(), contact.title(), contact.email(), contact.phone())) {
            if (text.length() > LONGEST)
                wrong.add(new FieldError("contactName", text.substring(0, 40) + "…", "departments.error.long"));
        }
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        return this;
    }
}
