/** What one metric is, in the words of Prometheus' data model. */
export interface MetricFamily {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** What becomes of the values that several processes have for the same labels. */
  readonly merge: 'sum' | 'max' | 'min';
  /** Upper bounds of a histogram's buckets, without `+Inf`. */
  readonly buckets?: readonly number[];
}

const counter = (help: string): MetricFamily => ({ type: 'counter', help, merge: 'sum' });
const gauge = (help: string, merge: MetricFamily['merge'] = 'sum'): MetricFamily => ({ type: 'gauge', help, merge });
const histogram = (help: string, buckets: readonly number[]): MetricFamily => ({
  type: 'histogram',
  help,
  merge: 'sum',
  buckets,
});

/** From a hit of the response cache to the longest that an operation may run. */
const requestBuckets = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];
const reloadBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Every metric, in the order in which it is exposed. Names follow Prometheus' "Metric and label naming". */
export const metricFamilies = {
  foliograph_build_info: gauge('1, with the versions of Foliograph and Node.js as labels.', 'max'),
  foliograph_processes: gauge('Processes that these figures are of.'),
  foliograph_requests_total: counter(
    'Requests by route, class of their status, and for GraphQL by operation name and where the answer came from.',
  ),
  foliograph_request_duration_seconds: histogram(
    'Time from the head of a request until its answer was handed over.',
    requestBuckets,
  ),
  foliograph_response_bytes_total: counter('Bytes of answers as they are sent, without headers.'),
  foliograph_requests_shed_total: counter('Requests that were told to come back later because of the load.'),
  foliograph_connections: gauge('Connections that are open.'),
  foliograph_response_cache_requests_total: counter('GraphQL requests by whether their answer was kept: hit or miss.'),
  foliograph_response_cache_bytes: gauge('Memory that kept answers take.'),
  foliograph_response_cache_entries: gauge('Answers that are kept.'),
  foliograph_content_info: gauge('1, with the revision that is served as a label.', 'max'),
  foliograph_content_timestamp_seconds: gauge('When the revision that is served was built, since the epoch.', 'max'),
  foliograph_documents: gauge('Documents that are served.', 'max'),
  foliograph_nodes: gauge('Nodes that are served, by type.', 'max'),
  foliograph_diagnostics: gauge('Problems of the content, by severity, when it was last looked through.', 'max'),
  foliograph_build_duration_seconds: gauge('Time that building the content took at the start.', 'max'),
  foliograph_reload_duration_seconds: histogram(
    'Time from when a change of the content was seen until it was served.',
    reloadBuckets,
  ),
  foliograph_reloads_refused_total: counter('Changes that were not served, because files were broken.'),
  foliograph_event_loop_delay_seconds: gauge(
    'How much longer than asked for timers took since the last scrape: mean, p50, p99 and max.',
    'max',
  ),
  foliograph_event_loop_active_seconds_total: counter('Time that the event loop was at work.'),
  process_cpu_seconds_total: counter('CPU time of user and system.'),
  process_resident_memory_bytes: gauge('Resident memory.'),
  process_start_time_seconds: gauge('When the process began, since the epoch; of several the first.', 'min'),
  process_open_fds: gauge('File descriptors that are open.'),
  nodejs_heap_size_used_bytes: gauge('Memory of the JavaScript heap that is used.'),
  nodejs_heap_size_total_bytes: gauge('Memory of the JavaScript heap.'),
  nodejs_external_memory_bytes: gauge('Memory outside of the JavaScript heap that its objects hold.'),
  nodejs_active_resources: gauge('Resources that keep the event loop going, by type.'),
} as const satisfies Record<string, MetricFamily>;

export type MetricName = keyof typeof metricFamilies;

export const metricNames = Object.freeze(Object.keys(metricFamilies)) as readonly MetricName[];

export const familyOf = (name: MetricName): MetricFamily => metricFamilies[name];
