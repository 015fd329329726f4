package org.daywatch.platform.identity.recovery.command;

import java.util.LinkedHashMap;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch administrator link}: docs/formats/administrator-link.md. */
@Command(name = "link", mixinStandardHelpOptions = true,
        description = "Print a link over which an administrator of the agency sets a new password; it counts once, for 30 minutes.",
        footer = {"", "Format: docs/formats/administrator-link.md."})
class AdministratorLinkCommand extends InstallationCommand {

    @Parameters(paramLabel = "EMAIL", description = "Email of the administrator's account.") String email = "";

    @Option(names = "--site",
            description = "Address people type, as told to serve, such as https://daywatch.example.org.") @Nullable String site;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    protected void prepare() {
        PublicAddress.mustBeSite(site);
    }

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        var agency = agency(installation);
        var link = Tenancy.as(Scope.system(agency),
                () -> installation.getBean(AdministratorLinks.class).issue(agency, email));
        String address = (site == null ? installation.getBean(PublicAddress.class).get() : site.replaceAll("/+$", ""))
                + link.path();
        progress.close();
        var out = spec.commandLine().getOut();
        out.println(json
                ? json(link, address)
                : "%s sets a new password at the following address, once, until %s:%n  %s".formatted(link.name(),
                        link.until(), address));
        out.flush();
        return ExitCodes.DONE;
    }

    static String json(AdministratorLinks.Link link, String address) {
        var said = new LinkedHashMap<String, Object>();
        said.put("schema", "daywatch.administrator-link");
        said.put("version", 1);
        said.put("name", link.name());
        said.put("email", link.email());
        said.put("address", address);
        said.put("until", link.until().toString());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(said);
    }
}
