#!/bin/sh
# Joins CouchDB nodes into a cluster: join-cluster.sh FIRST OTHER… with COUCHDB_USER and COUCHDB_PASSWORD set.
# Every node needs the same administrator, COUCHDB_SECRET, COUCHDB_ERLANG_COOKIE and [couchdb] uuid. Safe to run again.
set -eu

first=$1
count=$#
shift

ask() {
  method=$1
  path=$2
  shift 2
  printf 'user = "%s:%s"\n' "$COUCHDB_USER" "$COUCHDB_PASSWORD" |
    curl --silent --show-error --config - --request "$method" --header 'Content-Type: application/json' "$@" "http://$first:5984$path"
}

case $(ask GET /_cluster_setup) in
  *cluster_finished*)
    echo 'The cluster is joined.'
    ask GET /_membership
    exit 0
    ;;
esac

# A node that has an administrator and listens already counts as enabled; its complaint is then of no consequence.
ask POST /_cluster_setup --data "{\"action\":\"enable_cluster\",\"bind_address\":\"0.0.0.0\",\"username\":\"$COUCHDB_USER\",\"password\":\"$COUCHDB_PASSWORD\",\"node_count\":\"$count\"}"
for node in "$@"; do
  ask POST /_cluster_setup --data "{\"action\":\"add_node\",\"host\":\"$node\",\"port\":5984,\"username\":\"$COUCHDB_USER\",\"password\":\"$COUCHDB_PASSWORD\"}"
done
ask POST /_cluster_setup --data '{"action":"finish_cluster"}'
ask GET /_membership
