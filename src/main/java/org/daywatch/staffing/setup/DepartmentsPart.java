package org.daywatch.staffing.setup;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.register.DepartmentFile;
import org.daywatch.staffing.departments.register.DepartmentFile.Contact;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Departments, recognized by their ORI, else by their name. */
@Component
class DepartmentsPart implements SetupPart {

    private static final Map<String, String> NAMES = Map.of("contactEmail", "contact.email", "contactName", "contact");

    private final DepartmentFiles files;
    private final NamedDepartments departments;

    DepartmentsPart(DepartmentFiles files, NamedDepartments departments) {
        this.files = files;
        this.departments = departments;
    }

    /** What is left out is null and stays as it is. */
    private record Wanted(JsonValue json, String name, @Nullable String ori, Said contact, @Nullable ZoneId zone,
            @Nullable String limits) {

        DepartmentFile onto(DepartmentFile on, String set) {
            return new DepartmentFile(name, ori == null ? on.ori() : ori, contact.onto(on.contact()),
                    zone == null ? on.zone() : zone, set);
        }
    }

    private record Said(@Nullable String name, @Nullable String title, @Nullable String email, @Nullable String phone) {

        Contact onto(Contact on) {
            return new Contact(or(name, on.name()), or(title, on.title()), or(email, on.email()),
                    or(phone, on.phone()));
        }

        private static String or(@Nullable String said, String otherwise) {
            return said == null ? otherwise : said;
        }
    }

    @Override
    public String key() {
        return "departments";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var seen = new HashMap<String, JsonValue>();
        var wanted = file.each(section, value -> {
            var fields = file.fields(value, "name", "ori", "contact", "zone", "limits");
            var department = new Wanted(value, file.required(fields, "name"), file.text(fields, "ori"),
                    contact(fields.find("contact"), file),
                    fields.has("zone") ? fields.zone("zone") : null, file.text(fields, "limits"));
            if (!department.name().isEmpty())
                file.checked(value, NAMES,
                        () -> department.onto(fresh(department, ZoneId.of("UTC")), CapPolicyStore.NOT_KNOWN).checked());
            file.once(seen, value, department.name());
            if (department.ori() != null) file.once(seen, value, "ORI " + department.ori());
            return department;
        });
        return run -> wanted.forEach(d -> run.at(d.json(), () -> apply(d, run)));
    }

    private static Said contact(@Nullable JsonValue value, SetupReading file) {
        if (value == null) return new Said(null, null, null, null);
        var fields = file.fields(value, "name", "title", "email", "phone");
        return new Said(file.text(fields, "name"), file.text(fields, "title"), file.text(fields, "email"),
                file.text(fields, "phone"));
    }

    private static DepartmentFile fresh(Wanted wanted, ZoneId zone) {
        return new DepartmentFile(wanted.name(), "", Contact.NONE, zone, CapPolicyStore.NOT_KNOWN);
    }

    private void apply(Wanted wanted, SetupRun run) {
        var on = departments.find(Objects.requireNonNullElse(wanted.ori(), ""), wanted.name());
        var before = on.map(Map.Entry::getValue).orElseGet(() -> fresh(wanted, files.usualZone()));
        var after = wanted.onto(before,
                wanted.limits() == null
                        ? before.policySet()
                        : departments.set(run, wanted.json(), wanted.limits(), before.policySet()))
                .checked();
        if (on.isEmpty()) {
            files.add(after);
            run.created(wanted.json(), after.name());
            return;
        }
        var differences = new Differences().of("name", before.name(), after.name()).of("ori", before.ori(), after.ori())
                .of("contact.name", before.contact().name(), after.contact().name())
                .of("contact.title", before.contact().title(), after.contact().title())
                .of("contact.email", before.contact().email(), after.contact().email())
                .of("contact.phone", before.contact().phone(), after.contact().phone())
                .of("zone", before.zone(), after.zone()).of("limits", before.policySet(), after.policySet());
        run.changed(wanted.json(), after.name(), differences, () -> files.change(on.get().getKey(), after));
    }
}
