// SPDX-License-Identifier: Apache-2.0
// A broker's policies, and what sets a quota, for which librdkafka has no request.
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.server.policy.AlterConfigPolicy;
import org.apache.kafka.server.policy.CreateTopicPolicy;

public class Refusals implements CreateTopicPolicy, AlterConfigPolicy {
    public void configure(Map<String, ?> settings) {}
    public void close() {}

    public void validate(CreateTopicPolicy.RequestMetadata asked) {
        if (asked.topic().contains("forbidden"))
            throw new PolicyViolationException("no topic is called forbidden here");
    }

    public void validate(AlterConfigPolicy.RequestMetadata asked) {
        if ("1".equals(asked.configs().get("retention.ms")))
            throw new PolicyViolationException("a retention of 1 ms is none");
    }

    /** Where the broker is; the password comes in, since everybody reads the arguments of a program. */
    public static void main(String[] arguments) throws Exception {
        String password = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0],
            "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" "
                + "password=\"" + password + "\";");
        try (Admin admin = Admin.create(settings)) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of("user", "admin")),
                List.of(new ClientQuotaAlteration.Op("controller_mutation_rate", 2.0))))).all().get();
        }
    }
}
