namespace CenterDirectory.Data.Postgres;

/// <summary>
/// The tables in which schedulers of several processes agree on who does what: the job store of Quartz 4, without its optional history. They
/// stand in a schema of their own, for they are none of the model's. A test compares them with what that version of Quartz would make.
/// </summary>
internal static class PostgresScheduleTables
{
    /// <summary>The schema, which the job store puts before each name.</summary>
    public const string Schema = "schedule";

    /// <summary>Makes them.</summary>
    public const string Create =
        """
        CREATE SCHEMA schedule;

        CREATE TABLE schedule.job_details (
            sched_name text NOT NULL, job_name text NOT NULL, job_group text NOT NULL, description text, job_class_name text NOT NULL,
            is_durable boolean NOT NULL, is_nonconcurrent boolean NOT NULL, is_update_data boolean NOT NULL, requests_recovery boolean NOT NULL,
            job_data bytea,
            PRIMARY KEY (sched_name, job_name, job_group));

        CREATE TABLE schedule.triggers (
            sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, job_name text NOT NULL, job_group text NOT NULL,
            description text, next_fire_time bigint, prev_fire_time bigint, priority integer, trigger_state text NOT NULL, trigger_type text NOT NULL,
            start_time bigint NOT NULL, end_time bigint, calendar_name text, misfire_instr smallint, misfire_orig_fire_time bigint,
            execution_group varchar(200), preferred_node varchar(200), preferred_node_auto boolean NOT NULL DEFAULT false,
            retry_policy varchar(250), retry_attempt integer, continues_trigger_name text, continues_trigger_group text, continuation_condition integer,
            overlap_policy integer, pause_reason varchar(250), paused_by varchar(200), paused_at bigint, misfire_threshold bigint, fixed_delay boolean,
            job_data bytea,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, job_name, job_group) REFERENCES schedule.job_details (sched_name, job_name, job_group));

        CREATE TABLE schedule.simple_triggers (
            sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL,
            repeat_count bigint NOT NULL, repeat_interval bigint NOT NULL, times_triggered bigint NOT NULL,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES schedule.triggers (sched_name, trigger_name, trigger_group) ON DELETE CASCADE);

        CREATE TABLE schedule.cron_triggers (
            sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, cron_expression text NOT NULL, time_zone_id text,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES schedule.triggers (sched_name, trigger_name, trigger_group) ON DELETE CASCADE);

        CREATE TABLE schedule.simprop_triggers (
            sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL,
            str_prop_1 text, str_prop_2 text, str_prop_3 text, int_prop_1 integer, int_prop_2 integer, long_prop_1 bigint, long_prop_2 bigint,
            dec_prop_1 numeric, dec_prop_2 numeric, bool_prop_1 boolean, bool_prop_2 boolean, time_zone_id text,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES schedule.triggers (sched_name, trigger_name, trigger_group) ON DELETE CASCADE);

        CREATE TABLE schedule.blob_triggers (
            sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, blob_data bytea,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES schedule.triggers (sched_name, trigger_name, trigger_group) ON DELETE CASCADE);

        CREATE TABLE schedule.calendars (
            sched_name text NOT NULL, calendar_name text NOT NULL, calendar bytea NOT NULL, PRIMARY KEY (sched_name, calendar_name));

        CREATE TABLE schedule.paused_trigger_grps (
            sched_name text NOT NULL, trigger_group text NOT NULL, pause_reason varchar(250), paused_by varchar(200), paused_at bigint,
            PRIMARY KEY (sched_name, trigger_group));

        CREATE TABLE schedule.paused_job_grps (
            sched_name text NOT NULL, job_group text NOT NULL, pause_reason varchar(250), paused_by varchar(200), paused_at bigint,
            PRIMARY KEY (sched_name, job_group));

        CREATE TABLE schedule.fired_triggers (
            sched_name text NOT NULL, entry_id text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, instance_name text NOT NULL,
            fired_time bigint NOT NULL, sched_time bigint NOT NULL, priority integer NOT NULL, state text NOT NULL, job_name text, job_group text,
            is_nonconcurrent boolean NOT NULL, requests_recovery boolean, execution_group varchar(200), progress integer, progress_message varchar(250),
            interrupt_requested_time bigint,
            PRIMARY KEY (sched_name, entry_id));

        CREATE TABLE schedule.scheduler_state (
            sched_name text NOT NULL, instance_name text NOT NULL, last_checkin_time bigint NOT NULL, checkin_interval bigint NOT NULL,
            quartz_version varchar(20),
            PRIMARY KEY (sched_name, instance_name));

        CREATE TABLE schedule.locks (sched_name text NOT NULL, lock_name text NOT NULL, PRIMARY KEY (sched_name, lock_name));

        CREATE INDEX idx_j_g_n ON schedule.job_details (sched_name, job_group, job_name);
        CREATE INDEX idx_t_j ON schedule.triggers (sched_name, job_name, job_group);
        CREATE INDEX idx_t_g_n ON schedule.triggers (sched_name, trigger_group, trigger_name);
        CREATE INDEX idx_t_c ON schedule.triggers (sched_name, calendar_name);
        CREATE INDEX idx_t_nft_st ON schedule.triggers (sched_name, trigger_state, next_fire_time ASC, priority DESC, misfire_instr);
        CREATE INDEX idx_ft_inst_job_req_rcvry ON schedule.fired_triggers (sched_name, instance_name, requests_recovery);
        CREATE INDEX idx_ft_j_g ON schedule.fired_triggers (sched_name, job_name, job_group);
        CREATE INDEX idx_ft_t_g ON schedule.fired_triggers (sched_name, trigger_name, trigger_group);
        """;
}
